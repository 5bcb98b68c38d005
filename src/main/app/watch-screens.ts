import { screen } from 'electron';
import type { AppEvent } from '#shared/contract/events.ts';

/**
 * Asks the window to draw its curtain when a screen is added, or when screens begin to show the same: a projector or a
 * shared television is most often what was plugged in. What only a meeting program shares, no program is told of.
 */
export function watchScreens(send: (event: AppEvent) => void): void {
  const draw = () => send({ type: 'curtain' });
  screen.on('display-added', draw);
  screen.on('display-metrics-changed', (_event, _display, changed) => {
    // A mirrored screen takes the other one's bounds; a rotated or rescaled one is no stranger.
    if (changed.includes('bounds') && mirrored(screen.getAllDisplays().map(({ bounds }) => bounds))) draw();
  });
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether two screens show the same part of the desk. */
export const mirrored = (all: readonly Bounds[]): boolean =>
  all.some((one, at) =>
    all.some(
      (other, beside) =>
        beside > at &&
        one.x === other.x &&
        one.y === other.y &&
        one.width === other.width &&
        one.height === other.height,
    ),
  );
