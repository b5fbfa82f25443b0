import { describe, expect, it } from 'vitest'
import { formulaOf } from '../../../main/importers/hast/formulas.ts'
import { find } from '../../../main/importers/hast/tree.ts'
import { parseXhtml } from '../../../main/importers/hast/xhtml.ts'

function formula(inner: string, attributes = '') {
	const math = find(
		parseXhtml(`<p><m:math xmlns:m="http://www.w3.org/1998/Math/MathML" ${attributes}>${inner}</m:math></p>`),
		({ tagName }) => tagName === 'math',
	)
	if (math === null) throw new Error('There is no formula.')
	return formulaOf(math)
}

describe('formulaOf', () => {
	it.each([
		['<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>', 'E=mc^2'],
		['<mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac>', '1/(a+b)'],
		['<msubsup><mi>x</mi><mi>i</mi><mn>12</mn></msubsup>', 'x_i^12'],
		['<msqrt><mi>x</mi><mo>−</mo><mn>1</mn></msqrt>', '√(x−1)'],
		['<mroot><mi>x</mi><mn>3</mn></mroot>', '3√x'],
		['<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>0</mn></mrow><mi>n</mi></munderover>', '∑_(i=0)^n'],
		['<mfenced open="["><mi>a</mi><mi>b</mi></mfenced>', '[a,b)'],
		[
			'<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>',
			'1, 2; 3, 4',
		],
		['<mover><mi>v</mi><mo>→</mo></mover><mspace/><mi>f</mi><mo>\u2061</mo><mi>x</mi>', 'v→ fx'],
		['<semantics><mi>a</mi><annotation-xml>b</annotation-xml></semantics>', 'a'],
	])('writes %s in one line', (inner, line) => {
		expect(formula(inner)).toEqual({ kind: 'line', text: line })
	})

	it('is the source where there is one', () => {
		expect(formula('<mi>x</mi>', 'alttext="\\frac{1}{2}"')).toEqual({ kind: 'tex', text: '\\frac{1}{2}' })
		const annotated =
			'<semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics>'
		expect(formula('<mi>x</mi>', 'alttext="x with a hat"')).toEqual({ kind: 'line', text: 'x' })
		expect(formula('', 'alttext="a picture"')).toEqual({ kind: 'line', text: 'a picture' })
		expect(formula(annotated)).toEqual({ kind: 'tex', text: 'x_1' })
	})
})
