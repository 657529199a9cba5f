// The library, in workers of its own: the page stays responsive whatever it computes.
import { byId } from "./html.js";

const bytesOf = (id) => Uint8Array.from(atob(byId(id).textContent.trim()), (c) => c.charCodeAt(0));

// unpack compiles the library once, for every worker.
async function unpack() {
  const packed = new Response(bytesOf("wasm")).body.pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(packed).arrayBuffer());
}

let compiled;
let workerSource;

// startEngine starts a worker. Its calls are answered in order.
export async function startEngine() {
  compiled ??= unpack();
  workerSource ??= URL.createObjectURL(new Blob([bytesOf("worker")], { type: "text/javascript" }));
  const module = await compiled;
  const worker = new Worker(workerSource);
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data }) => {
    const call = waiting.get(data.id);
    if (data.progress !== undefined) {
      call?.progress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if (!call) return;
    const reply = data.reply && JSON.parse(data.reply);
    if (!reply || reply.failed) call.reject(new Error(reply?.failed ?? data.failed));
    else call.resolve(reply);
  };
  worker.onerror = (event) => {
    for (const call of waiting.values()) call.reject(new Error(event.message));
    waiting.clear();
  };
  worker.postMessage({ module });
  const post = (message, transfer, progress) =>
    new Promise((resolve, reject) => {
      message.id = ++last;
      waiting.set(message.id, { resolve, reject, progress });
      worker.postMessage(message, transfer);
    });
  return {
    call: (method, request) => post({ method, request: JSON.stringify(request) }, []),
    register: (request, file, progress) => post({ method: "register", request: JSON.stringify(request), file }, [file.buffer], progress),
    stop: () => worker.terminate(),
  };
}
