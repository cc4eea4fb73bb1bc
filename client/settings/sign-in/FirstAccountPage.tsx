export function FirstAccountPage() {
  return null;
}
