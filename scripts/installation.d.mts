type Lock = { packages: Record<string, { version?: string; dev?: boolean; optional?: boolean; devOptional?: boolean }> };
export function isInstalled(wanted: Lock, installed: Lock | undefined, development: boolean): boolean;
export function requireNode(version?: string): void;
