// Keys of the review page. A key is known by its place on the keyboard
// (KeyboardEvent.code), so that A is A in the Ukrainian layout too.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
  const at = event.target;
  const typing = at instanceof HTMLElement && at.matches("input, select, textarea");
  if (event.code === "Escape" && typing) {
    at.blur();
    return;
  }
  if (typing) return;
  if (event.code === "Slash" && event.shiftKey) {
    const keys = document.getElementById("keys");
    keys.open = !keys.open;
    if (keys.open) keys.scrollIntoView({ block: "nearest" });
    event.preventDefault();
    return;
  }
  if (event.shiftKey) return;
  const element = document.querySelector(`[data-key="${CSS.escape(event.code)}"]`);
  if (!element) return;
  event.preventDefault();
  if (element.matches("input")) {
    element.focus();
    element.select();
  } else {
    element.click();
  }
});

// A form is sent once.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "1";
});

// The marked cell is what the reader came for.
const here = document.getElementById("here") || document.querySelector("tr.here");
const scroll = here && here.closest(".scroll");
if (scroll) {
  const a = scroll.getBoundingClientRect();
  const b = here.getBoundingClientRect();
  // What sticks at the left covers nothing of it.
  const stuck = ["th.number", "td.name"].reduce((sum, s) => sum + (scroll.querySelector(s)?.offsetWidth ?? 0), 0);
  if (here.id) scroll.scrollLeft += b.left - a.left - stuck - Math.max(0, a.width - stuck - b.width) / 2;
  if (scroll.scrollHeight > scroll.clientHeight) scroll.scrollTop += b.top - a.top - (a.height - b.height) / 2;
}
