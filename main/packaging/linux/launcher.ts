import { firstWords } from '../../commandline/names.ts'

/**
 * What commands need of Chromium, whose platform is chosen before any script runs: no display, no graphics,
 * and no remarks of its own between the results. Nothing of the web is shown and parsers are processes of
 * Node, which Chromium does not sandbox anyway: without that, commands also run in containers and as root.
 * Behind the two dashes Chromium looks for no switch: a file that is named as one is a word like any other.
 */
export const commandSwitches: readonly string[] = [
	'--no-sandbox',
	'--ozone-platform=headless',
	'--disable-gpu',
	'--log-level=3',
	'--',
]

/**
 * The script that is installed as `commonplace`: commands run without a window, everything else is for the
 * window. @param program the executable. Absolute.
 */
export const launcher = (program: string): string => `#!/bin/sh
# Commands run without a window or a display; files, links and everything else are for the window.
case "\${1-}" in
${firstWords.join('|')})
	exec ${program} ${commandSwitches.join(' ')} "$@"
	;;
esac
if [ -z "\${DISPLAY-}\${WAYLAND_DISPLAY-}" ]; then
	echo 'Commonplace opens a window, and there is no display here. Commands need none: commonplace --help' >&2
	exit 1
fi
exec ${program} "$@"
`
