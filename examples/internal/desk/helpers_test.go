package desk

import (
	"context"
	"io"
)

// caserun runs the program caseload.
func caserun(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return Program{Name: "caseload"}.Run(ctx, args, stdin, stdout, stderr)
}
