import { Bone } from '../ui/states.js';

/** Where a row will be. */
export function RowBone() {
  return (
    <div className="flex gap-3 px-4 py-3.5">
      <Bone className="size-8 rounded-full" />
      <div className="flex-1 space-y-2">
        <Bone className="h-3.5 w-1/2" />
        <Bone className="h-3 w-full" />
        <Bone className="h-3 w-1/3" />
      </div>
    </div>
  );
}
