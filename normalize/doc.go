// Package normalize settles the unit of every amount of a report and says why.
//
// Settling is a search for the joint reading that makes the whole report
// likeliest. Its parts, one idea a file:
//
//	cell       an amount parsed exactly: integer mantissa, printed decimals
//	tables     the money of a table: its rows, its columns, and what a total counts
//	form       what the roles, years, funds and sources of a row make possible
//	block      amounts that are printed in one column or one manner share a unit
//	labels     units that stand in the label of a total alone
//	council    what the level of government says of the sizes of sums
//	witness    what the printed words, the decimals and the sizes say of a block
//	relation   what must add up, compared in kopecks within the printed decimals
//	structure  which rows a total counts, and which other sums the form promises
//	declared   the totals that the text declares, and money that is said twice
//	prose      sums of the text: a total's parts, and what is said to be left
//	ratio      money spent against money planned: the anchor that sums lack
//	percent    printed percentages, and which of several is that of a row
//	factor     what joins the blocks' units: sums, ratios, neighbours
//	scale      the joint search over the blocks' units
//	odd        how likely a row is in another unit than its column
//	move       changes to the reading, and what they add to its score
//	search     odd rows and rows outside a total: the best moves, one after another
//	suspects   the moves that are worth trying
//	two        two rows that explain a difference together
//	posterior  probabilities of the readings, and the runner-up
//	calibration  how often the search was right where it was as sure
//	anchor     what fixes a scale, and from which confidence an amount is settled
//	decide     the reading written into the amounts, with its evidence
//	standing, contradicted, engine, rivals
//	           amounts that a person should look at, though their unit is sure
//	links      every hryvnia once: part_of, same_as, in_total
//	findings   what a reader of the report should know
//	review     a person's decision, which wins
//
// The score of a reading is a sum of log probabilities (natural logarithms).
// Digits are never edited, and no tolerance is relative: a sum holds when it
// holds to the kopeck within the printed decimals, as in XBRL Calculations 1.1
// (Recommendation of 22.02.2023); what is left over is a finding.
package normalize
