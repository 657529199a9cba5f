// The worker in which the library runs. What stands before it is Go's own script.
const early = [];
let ready = false;

function answer({ id, method, request, file }) {
  try {
    const reply =
      method === "register"
        ? zhuzhouRegister(request, file, (done) => postMessage({ id, progress: done }))
        : zhuzhouCall(method, request);
    postMessage({ id, reply });
  } catch (fault) {
    postMessage({ id, failed: String(fault) });
  }
}

globalThis.zhuzhouReady = () => {
  ready = true;
  early.splice(0).forEach(answer);
};

onmessage = async ({ data }) => {
  if (data.module) {
    const go = new Go();
    go.run(await WebAssembly.instantiate(data.module, go.importObject));
  } else if (ready) {
    answer(data);
  } else {
    early.push(data);
  }
};
