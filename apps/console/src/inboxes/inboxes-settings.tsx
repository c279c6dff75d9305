export default function InboxesSettings() {
  return null;
}
