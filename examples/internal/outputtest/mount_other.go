//go:build !linux

package outputtest

import "errors"

func mountSmall(string) error { return errors.ErrUnsupported }

func unmount(string) {}
