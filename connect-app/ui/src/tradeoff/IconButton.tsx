import type { ComponentType } from 'react';

interface IconButtonProps {
  icon: ComponentType<{ label: string; color?: 'currentColor' }>;
  label: string;
  run: () => void;
}

/** A small button that is only a picture; its name is for screen readers and for those who point at it. */
export function IconButton({ icon: Icon, label, run }: IconButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={run}>
      <Icon label="" color="currentColor" />
    </button>
  );
}
