// Elements, made by hand.

const svgSpace = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// el makes an element of HTML: el("p", { class: "hint" }, "text").
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

// svg makes an element of SVG.
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(svgSpace, tag), attributes, children);
}

export const byId = (id) => document.getElementById(id);

// later returns a function that calls f once nothing called it for some milliseconds.
export function later(milliseconds, f) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => f(...args), milliseconds);
  };
}

// save hands a text over as a file.
export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// sentence begins a text with a capital letter.
export const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// whole keeps a line from being broken within a day such as 2020-10-01.
export const whole = (text) => text.replaceAll(/(?<=\d)-(?=\d)/g, "\u2060-\u2060");
