export default function PeopleStep() {
  return null;
}
