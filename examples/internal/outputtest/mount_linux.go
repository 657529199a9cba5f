package outputtest

import "syscall"

// mountSmall mounts a disk of 16 kB, which takes rights.
func mountSmall(at string) error { return syscall.Mount("tmpfs", at, "tmpfs", 0, "size=16k") }

func unmount(at string) { _ = syscall.Unmount(at, 0) }
