export default function EmbedStep() {
  return null;
}
