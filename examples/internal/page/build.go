package page

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

//go:embed web
var web embed.FS

// The modules of the page, each after those that it imports.
var modules = []string{"texts", "html", "engine", "scenario", "controls", "form", "result", "chart", "files", "main"}

// Size says how large a page is.
type Size struct {
	Page   int // bytes of the HTML file
	Wasm   int // of the library in WebAssembly
	Packed int // of the same, compressed
}

// Build compiles the library to WebAssembly and returns the page. It runs the go command in a
// folder of the module.
func Build(ctx context.Context, folder string) ([]byte, Size, error) {
	wasm, err := compile(ctx, folder)
	if err != nil {
		return nil, Size{}, err
	}
	glue, err := glueOf(ctx)
	if err != nil {
		return nil, Size{}, err
	}
	packed, err := pack(wasm)
	if err != nil {
		return nil, Size{}, err
	}
	html, err := assemble(packed, glue)
	return html, Size{len(html), len(wasm), len(packed)}, err
}

// compile builds the library for WebAssembly.
func compile(ctx context.Context, folder string) ([]byte, error) {
	temporary, err := os.MkdirTemp("", "page")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temporary)
	file := filepath.Join(temporary, "page.wasm")
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", file,
		"github.com/openminzheng/zhuzhou/examples/internal/page/wasm")
	build.Dir = folder
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, said)
	}
	return os.ReadFile(file)
}

// glueOf reads the script by which Go runs in a browser, of the Go that compiles.
func glueOf(ctx context.Context) ([]byte, error) {
	root, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
}

// pack compresses by gzip, which browsers unpack: the library with DecompressionStream.
func pack(plain []byte) ([]byte, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(plain)
	err = errors.Join(err, w.Close())
	return packed.Bytes(), err
}

// assemble puts everything into one file. The policy lets the page run its own script and nothing
// else, and connect to nothing at all.
func assemble(packed, glue []byte) ([]byte, error) {
	script, err := bundle()
	if err != nil {
		return nil, err
	}
	worker, err := web.ReadFile("web/worker.js")
	if err != nil {
		return nil, err
	}
	style, err := web.ReadFile("web/style.css")
	if err != nil {
		return nil, err
	}
	html, err := web.ReadFile("web/index.html")
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(script))
	policy := "default-src 'none'; script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"' 'wasm-unsafe-eval'; " +
		"worker-src blob:; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
	return []byte(strings.NewReplacer(
		"{{policy}}", policy,
		"{{style}}", string(style),
		"{{worker}}", base64.StdEncoding.EncodeToString(append(append(bytes.Clone(glue), '\n'), worker...)),
		"{{wasm}}", base64.StdEncoding.EncodeToString(packed),
		"{{script}}", script,
	).Replace(string(html))), nil
}

var (
	imports = regexp.MustCompile(`(?m)^import (\{[^}]*\}) from "\./(\w+)\.js";$`)
	exports = regexp.MustCompile(`(?m)^export ((?:async )?(?:function|const) (\w+))`)
)

// bundle joins the modules into one script: each becomes a function of its own that returns what it
// exports. A file that is opened from a disk may not import another.
func bundle() (string, error) {
	var all strings.Builder
	for _, name := range modules {
		text, err := web.ReadFile("web/" + name + ".js")
		if err != nil {
			return "", err
		}
		var exported []string
		for _, found := range exports.FindAllSubmatch(text, -1) {
			exported = append(exported, string(found[2]))
		}
		text = exports.ReplaceAll(text, []byte("$1"))
		text = imports.ReplaceAll(text, []byte("const $1 = module_$2;"))
		fmt.Fprintf(&all, "const module_%s = (() => {\n%sreturn { %s };\n})();\n", name, text, strings.Join(exported, ", "))
	}
	return all.String(), nil
}
