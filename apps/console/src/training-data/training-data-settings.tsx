export default function TrainingDataSettings() {
  return null;
}
