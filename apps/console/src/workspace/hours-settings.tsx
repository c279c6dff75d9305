export default function HoursSettings() {
  return null;
}
