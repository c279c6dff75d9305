export default function TicketsStep() {
  return null;
}
