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
