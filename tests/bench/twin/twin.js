// The floor: the least that shows a card of a lesson and answers to a tap, from the same data. No languages, no speech, nothing kept.
import { Component, h, render } from "./preact.js";

const read = (name) => fetch(name).then((answer) => answer.json());
const plain = (text) => (text || "").replace(/\[([^|\]]*)\|[^\]]*\]/g, "$1");

class Card extends Component {
  render({ step, drawings }, { chosen, right }) {
    const picture = (id) => id && h("img", { alt: "", src: "data:image/svg+xml," + encodeURIComponent(drawings[id]) });
    const question = step.card.choose;
    const answer = ({ id, text, picture: drawing }) =>
      h("label", null, h("input", { type: "radio", name: "answer", onChange: () => this.setState({ chosen: id }) }), picture(drawing), plain(text));
    return h("main", null,
      h("h1", null, plain(step.heading)),
      picture(step.shown && step.shown.picture),
      (step.say || []).map((line) => h("p", null, plain(line))),
      question && question.options.map(answer),
      right !== undefined && h("p", { class: "panel" }, plain(right ? step.reason : step.hint)),
      h("button", { onClick: () => question && this.setState({ right: question.right.includes(chosen) }) }, question ? "Check" : "Next"),
    );
  }
}

const [lesson, drawings] = await Promise.all([read("lesson.json"), read("pictures.json")]);
const asked = location.hash.slice(1);
render(h(Card, { step: lesson.steps.find(({ id }) => id === asked) || lesson.steps[0], drawings }), document.body);
