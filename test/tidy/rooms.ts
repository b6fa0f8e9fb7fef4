// The house is as it is drawn: rooms on disk, on the architecture page and on the floors are the same rooms.
import { floors } from '../../.dependency-cruiser.mjs';
import type { Invariant, Project } from './project.ts';

const PAGE = 'docs/ARCHITECTURE.md';

/** The rooms of core that have a file in them. */
function roomsOnDisk({ paths }: Project): Set<string> {
  return new Set(paths.flatMap((path) => /^core\/([^/]+)\//.exec(path)?.[1] ?? []));
}

/** The rooms that have a heading of their own, such as "### `core/model`". */
function roomsOnPage(project: Project): Set<string> {
  return new Set(
    [...project.text(PAGE).matchAll(/^### `core\/([^/`]+)`/gm)].flatMap(([, room]) => room ?? []),
  );
}

const everyRoomHasAFloor: Invariant = {
  title: 'every room of core stands on a floor',
  complaints: (project) =>
    [...roomsOnDisk(project)]
      .filter((room) => !floors.flat().includes(room))
      .map((room) => `core/${room} has no floor in .dependency-cruiser.mjs`),
  breach: { 'core/attic/box.ts': '' },
};

const everyFloorIsDrawn: Invariant = {
  title: 'the architecture page describes the rooms on the floors, and no others',
  complaints: (project) => {
    const drawn = roomsOnPage(project);
    return [
      ...floors
        .flat()
        .filter((room) => !drawn.has(room))
        .map((room) => `${PAGE} has no heading for core/${room}`),
      ...[...drawn]
        .filter((room) => !floors.flat().includes(room))
        .map((room) => `${PAGE} has core/${room}, which has no floor`),
    ];
  },
  breach: { [PAGE]: '### `core/attic`\n' },
};

const everyParagraphHasAnInvariant: Invariant = {
  title: 'every room on the architecture page says what is absent from it',
  complaints: (project) =>
    project
      .text(PAGE)
      .split(/^(?=##)/m)
      .filter((section) => section.startsWith('### ') && !section.includes('**Invariant:**'))
      .map((section) => `${PAGE} names no invariant under ${section.split('\n', 1).join('')}`),
  breach: { [PAGE]: '### `core/model`\n\nWords.\n' },
};

const houseIsFinished: Invariant = {
  title: 'behind the door, every room is lived in',
  complaints: (project) => {
    if (!project.paths.includes('core/index.ts')) return [];
    const lived = roomsOnDisk(project);
    return floors
      .flat()
      .filter((room) => !lived.has(room))
      .map((room) => `core/${room} is empty`);
  },
  breach: { 'core/index.ts': '' },
};

export const roomInvariants = [
  everyRoomHasAFloor,
  everyFloorIsDrawn,
  everyParagraphHasAnInvariant,
  houseIsFinished,
];
