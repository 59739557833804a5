import { type ReactNode, useId } from 'react';
import { useWidth } from './useWidth';

interface FigureProps {
  /** Everything that the picture says, in a sentence. */
  words: string;
  height: number;
  /** Draws into the given width, in CSS pixels. */
  draw: (width: number) => ReactNode;
  /** Legend and table. */
  children?: ReactNode;
}

/** A chart: a picture with words for it, drawn at its real width so that its text keeps its size. */
export function Figure({ words, height, draw, children }: FigureProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const id = useId();
  return (
    <figure className="chart">
      <div ref={ref}>
        <svg role="img" aria-labelledby={id} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <title id={id}>{words}</title>
          {draw(width)}
        </svg>
      </div>
      {children}
    </figure>
  );
}
