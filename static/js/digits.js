// Typing forms over: in a question a digit chooses that answer and goes on to the next question, 0 passes it over.
document.querySelectorAll("form[data-digits]").forEach((form) => {
  const questions = [...form.querySelectorAll("fieldset.evaluation-question")];
  const words = form.querySelector("textarea");
  form.addEventListener("keydown", (event) => {
    const question = event.target.closest("fieldset.evaluation-question");
    if (!question || !/^[0-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const answers = [...question.querySelectorAll("input[type=radio]")];
    const digit = Number(event.key);
    const answer = digit === 0 ? answers.at(-1) : answers.slice(0, -1)[digit - 1];
    event.preventDefault();
    if (!answer) return;
    answer.checked = true;
    const next = questions[questions.indexOf(question) + 1];
    (next ? next.querySelector("input[type=radio]") : words).focus();
  });
  const person = form.querySelector("select");
  if (person && !form.querySelector(".error-summary")) person.focus();
  person?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !person.value) return;
    event.preventDefault();
    questions[0].querySelector("input[type=radio]").focus();
  });
});
