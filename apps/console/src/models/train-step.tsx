export default function TrainStep() {
  return null;
}
