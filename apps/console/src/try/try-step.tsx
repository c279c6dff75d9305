export default function TryStep() {
  return null;
}
