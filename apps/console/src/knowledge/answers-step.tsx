export default function AnswersStep() {
  return null;
}
