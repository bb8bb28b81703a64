// One group of questions a screen: back and forward lose nothing, a reload asks first. Without this script the form is
// one long page that can be sent as it is; what is checked here is checked again where it arrives.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("[data-steps]");
  if (!form) return;
  const words = JSON.parse(document.getElementById("words").textContent);
  const screens = [...form.querySelectorAll("[data-screen]")];
  const back = form.querySelector("[data-back]");
  const next = form.querySelector("[data-next]");
  const send = form.querySelector("[data-send-form]");
  const count = form.querySelector("[data-step-count]");
  let now = 0;

  const value = (name) => {
    const found = new FormData(form).getAll(name).map(String).filter(Boolean);
    return found.join(",").trim();
  };
  const thisYear = new Date().getFullYear();
  const checks = {
    letters: (text) => (!text || /\p{L}/u.test(text) ? "" : words.letters),
    phone: (text) => (!text || /^(0\d{9}|00\d{8,14}|\+\d{8,15})$/.test(text.replace(/\(0\)|[\s().\/-]/g, "")) ? "" : words.phone),
    email: (text) => (!text || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? "" : words.email),
    postcode: (text) => (!text || /^[1-9]\d{3}[\s.-]*[a-z]{2}$/i.test(text) ? "" : words.postcode),
    year: (text) => (!text || (/^\d{4}$/.test(text) && text >= thisYear - 110 && text <= thisYear - 18) ? "" : words.year),
    reach: (text) => (text || value("phone") || value("email") ? "" : words.reach),
    country: (text) => (text || !value("country_ok") ? "" : words.country),
    copy: (text) => (text !== "email" || value("email") ? "" : words.copy),
    sign: (text) => (text || value("strokes") ? "" : words.sign),
  };

  function conditions() {
    for (const question of form.querySelectorAll("[data-when]")) {
      const [name, wanted] = question.dataset.when.split("=");
      question.hidden = value(name) !== wanted;
    }
  }

  const isAsked = (question) => !question.hidden;
  const firstInput = (question) => question.querySelector("input:not([type=hidden]), select, textarea, canvas");
  const labelOf = (question) => question.dataset.label;

  function faultOf(question) {
    const text = value(question.dataset.question);
    if ("required" in question.dataset && !text) {
      return firstInput(question).matches("[type=text], [type=email]") ? words.fill : words.choose;
    }
    return question.dataset.check ? checks[question.dataset.check](text) : "";
  }

  // A phone in Arabic or Persian may write its own digits.
  function useOurDigits(question) {
    if (!["phone", "postcode", "year"].includes(question.dataset.check)) return;
    const input = firstInput(question);
    input.value = input.value.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
  }

  function clearFaults(screen) {
    screen.querySelectorAll("[data-fault], .error-summary").forEach((fault) => fault.remove());
    screen.querySelectorAll("[aria-invalid]").forEach((input) => {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
      input.classList.remove("is-invalid");
    });
  }

  function showFaults(screen, faults) {
    const list = document.createElement("ul");
    for (const [question, message] of faults) {
      const input = firstInput(question);
      const told = document.createElement("p");
      told.className = "invalid-feedback d-block";
      told.dataset.fault = "";
      told.id = `fout-${question.dataset.question}`;
      told.textContent = message;
      question.append(told);
      for (const one of question.querySelectorAll("input:not([type=hidden]), select")) {
        one.setAttribute("aria-invalid", "true");
        one.setAttribute("aria-describedby", told.id);
        one.classList.add("is-invalid");
      }
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${input.id}`;
      link.textContent = `${labelOf(question)} – ${message}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        input.focus();
      });
      item.append(link);
      list.append(item);
    }
    const summary = document.createElement("div");
    summary.className = "error-summary";
    summary.setAttribute("role", "alert");
    summary.tabIndex = -1;
    summary.append(list);
    screen.querySelector(".screen-title").after(summary);
    summary.focus();
  }

  // Whether everything on this screen is right; says what is not.
  function isRight(screen) {
    clearFaults(screen);
    const asked = [...screen.querySelectorAll("[data-question]")].filter(isAsked);
    asked.forEach(useOurDigits);
    const faults = asked.map((question) => [question, faultOf(question)]).filter(([, message]) => message);
    if (faults.length) showFaults(screen, faults);
    return !faults.length;
  }

  function answerOf(question) {
    const chosen = [...question.querySelectorAll("input:checked")].map((input) => {
      const label = input.closest(".form-check").querySelector("label");
      return question.querySelectorAll("input").length > 1 ? label.textContent.trim() : words.yes;
    });
    const select = question.querySelector("select");
    if (select) chosen.push(select.value ? select.selectedOptions[0].textContent.trim() : "");
    const typed = question.querySelector("input[type=text], input[type=email], input[type=tel]");
    if (typed) chosen.push(typed.value.trim());
    return chosen.filter(Boolean).join(", ");
  }

  function readBack(list) {
    list.replaceChildren();
    for (const screen of screens.filter((one) => !["readback", "agree"].includes(one.dataset.screen))) {
      for (const question of [...screen.querySelectorAll("[data-question]")].filter(isAsked)) {
        const answer = answerOf(question);
        if (!answer) continue;
        const term = document.createElement("dt");
        const told = document.createElement("dd");
        term.textContent = labelOf(question);
        const isolated = document.createElement("bdi");
        isolated.textContent = answer;
        told.append(isolated);
        list.append(term, told);
      }
    }
  }

  function show(number, { focus = true } = {}) {
    now = Math.max(0, Math.min(screens.length - 1, number));
    screens.forEach((screen, index) => (screen.hidden = index !== now));
    if (screens[now].dataset.screen === "readback") readBack(screens[now].querySelector("[data-readback]"));
    back.hidden = now === 0 && !back.dataset.leave;
    next.hidden = now === screens.length - 1;
    send.hidden = !next.hidden;
    count.textContent = words.step.replace("{now}", now + 1).replace("{all}", screens.length);
    if (!focus) return;
    window.scrollTo(0, 0);
    screens[now].querySelector(".screen-title").focus({ preventScroll: true });
  }

  form.addEventListener("input", () => {
    form.dataset.dirty = "yes";
    conditions();
  });
  form.addEventListener("change", conditions);
  next.addEventListener("click", () => {
    if (!isRight(screens[now])) return;
    show(now + 1);
    form.dispatchEvent(new CustomEvent("screenleft", { bubbles: true }));
  });
  back.addEventListener("click", () => show(now - 1));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.matches("textarea, button, a, summary") || send.hidden === false) return;
    event.preventDefault();
    next.click();
  });
  form.addEventListener("submit", (event) => {
    const wrong = screens.find((screen) => !isRight(screen));
    if (!wrong) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    show(screens.indexOf(wrong), { focus: false });
    wrong.querySelector(".error-summary").focus();
  }, { capture: true });
  if ("asksBeforeLeaving" in form.dataset) {
    window.addEventListener("beforeunload", (event) => {
      if (form.dataset.dirty) event.preventDefault();
    });
  }
  conditions();
  document.body.classList.add("has-steps");
  const wrong = screens.findIndex((screen) => screen.querySelector(".is-invalid, .invalid-feedback"));
  show(Math.max(0, wrong), { focus: false });
});
