import { firstWords } from '../../commandline/names.ts'
import { commandSwitches } from '../../commandline/switches.ts'

/**
 * The script that is installed as `commonplace`: commands run without a window, everything else is for the
 * window, by the rule of `commandPlace`. @param program the executable. Absolute.
 */
export const launcher = (program: string): string => `#!/bin/sh
# Commands run without a window or a display; files, links and everything else are for the window.
# Options may stand before the command's name, and the folder of --library may look like one.
folder=
for word; do
	if [ -n "$folder" ]; then
		folder=
		continue
	fi
	case "$word" in
	${firstWords.join('|')})
		exec ${program} ${commandSwitches.join(' ')} "$@"
		;;
	--library) folder=next ;;
	-*) ;;
	*) break ;;
	esac
done
if [ -z "\${DISPLAY-}\${WAYLAND_DISPLAY-}" ]; then
	echo 'Commonplace opens a window, and there is no display here. Commands need none: commonplace --help' >&2
	exit 1
fi
exec ${program} "$@"
`
