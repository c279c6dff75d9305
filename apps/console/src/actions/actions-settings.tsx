export default function ActionsSettings() {
  return null;
}
