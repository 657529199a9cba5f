//go:build js && wasm

// Command wasm is the library as the page runs it: compiled to WebAssembly, in a worker of the
// browser. It answers calls until the page is closed, and reaches for nothing outside.
package main

import (
	"syscall/js"

	"github.com/openminzheng/zhuzhou/examples/internal/page/engine"
)

func main() {
	e := engine.New()
	js.Global().Set("zhuzhouCall", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return string(e.Call(args[0].String(), []byte(args[1].String())))
	}))
	js.Global().Set("zhuzhouRegister", js.FuncOf(func(_ js.Value, args []js.Value) any {
		file := make([]byte, args[1].Length())
		js.CopyBytesToGo(file, args[1])
		return string(e.Register([]byte(args[0].String()), file, func(done int) { args[2].Invoke(done) }))
	}))
	js.Global().Call("zhuzhouReady")
	select {}
}
