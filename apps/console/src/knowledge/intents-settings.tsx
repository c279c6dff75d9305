export default function IntentsSettings() {
  return null;
}
