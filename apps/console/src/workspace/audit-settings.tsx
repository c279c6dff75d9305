export default function AuditSettings() {
  return null;
}
