// A signature with a finger. What is sent are the strokes, as whole numbers in a field of 1000 by 300.
document.addEventListener("DOMContentLoaded", () => {
  const canvas = document.querySelector("[data-signature]");
  if (!canvas || typeof SignaturePad === "undefined") return;
  const form = canvas.closest("form");
  const field = form.elements.strokes;
  const clear = document.querySelector("[data-signature-clear]");
  const pad = new SignaturePad(canvas, { minWidth: 1.2, maxWidth: 3.2 });
  for (const part of [canvas, clear, document.querySelector("[data-signature-label]")]) part.hidden = false;

  let width = 0;

  // The field is drawn only when its screen is shown; until then it has no size.
  function fit() {
    const box = canvas.getBoundingClientRect();
    const density = Math.max(window.devicePixelRatio || 1, 1);
    if (!box.width || canvas.width === Math.round(box.width * density)) return;
    const drawn = pad.toData();
    const wider = box.width / (width || box.width);
    width = box.width;
    canvas.width = Math.round(box.width * density);
    canvas.height = Math.round(box.height * density);
    canvas.getContext("2d").scale(density, density);
    // A tablet that is turned keeps the signature; what is sent of it stays as it was drawn.
    for (const { points } of drawn) for (const point of points) Object.assign(point, { x: point.x * wider, y: point.y * wider });
    pad.fromData(drawn);
  }

  function keep() {
    const box = canvas.getBoundingClientRect();
    const whole = (value, size, most) => Math.min(most, Math.max(0, Math.round((value / size) * most)));
    const drawn = pad.toData();
    // A signature of many points is thinned, because one of more than 5000 is not accepted.
    const every = Math.ceil(drawn.reduce((sum, stroke) => sum + stroke.points.length, 0) / 4000);
    const strokes = drawn.map((stroke) =>
      stroke.points
        .filter((_point, number) => number % every === 0)
        .map((point) => [whole(point.x, box.width, 1000), whole(point.y, box.height, 300)]),
    );
    field.value = strokes.length ? JSON.stringify(strokes) : "";
    form.dataset.dirty = "yes";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  pad.addEventListener("endStroke", keep);
  clear.addEventListener("click", () => {
    pad.clear();
    keep();
  });
  // A form that is reset keeps what stands in a hidden field.
  form.addEventListener("reset", () => {
    pad.clear();
    field.value = "";
  });
  new ResizeObserver(fit).observe(canvas);
});
