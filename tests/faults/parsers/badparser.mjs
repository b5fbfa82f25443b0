// A parser that does to each file what the file's name asks for.
const hoard = []

process.on('message', (request) => {
	const { id, fileName, bytes } = request
	const answer = (value) => process.send(value)
	const good = () => ({ id, ok: true, documents: [document(Buffer.from(bytes).toString('utf8'))] })
	const [ask] = fileName.split('-')
	switch (ask) {
		case 'hang':
			for (;;) hoard.length = 0
		case 'sleep':
			return
		case 'grow':
			setInterval(() => hoard.push(Buffer.alloc(20_000_000, 1)), 5)
			return
		case 'die':
			return process.kill(process.pid, 'SIGKILL')
		case 'leave':
			return process.exit(0)
		case 'throw':
			throw new Error('on purpose')
		case 'garbage':
			return answer('no answer at all')
		case 'wrongid':
			return answer({ ...good(), id: id + 7 })
		case 'nothing':
			return answer({ id, ok: true, documents: [] })
		case 'offsets':
			return answer({ id, ok: true, documents: [broken()] })
		case 'refuse':
			return answer({ id, ok: false, code: 'refused', message: 'There are no words in it.' })
		case 'bug':
			return answer({ id, ok: false, code: 'internal', message: 'TypeError: on purpose' })
		case 'twice':
			answer(good())
			return answer(good())
		case 'late':
			setTimeout(() => answer(good()), 3000)
			return
		default:
			return answer(good())
	}
})

function document(content) {
	const text = `${content.replace(/\s+/g, ' ').trim()}\n`
	return {
		part: '',
		metadata: { title: '' },
		text: {
			text,
			blocks: [{ kind: 'paragraph', start: 0, end: text.length, container: null }],
			containers: [],
			marks: [],
		},
		assets: [],
		annotations: [],
		pages: [],
		warnings: [],
		importer: { name: 'text', version: 1 },
	}
}

function broken() {
	const sound = document('Sound at first sight.')
	return { ...sound, text: { ...sound.text, marks: [{ kind: 'emphasis', start: 5, end: 5000 }] } }
}
