export default function PeopleSettings() {
  return null;
}
