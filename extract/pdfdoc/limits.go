package pdfdoc

import "time"

// Limits on one file. They are far above what reports hold and keep a hostile
// file from taking the machine.
const (
	maxStream   = 64 << 20 // bytes of one decoded stream
	maxArray    = 1 << 16  // elements read of one array
	maxPages    = 20_000
	maxDepth    = 12        // of form XObjects, page tree nodes x 4
	maxOperands = 512       // of one operator
	maxGlyphs   = 400_000   // of one page
	maxRulings  = 60_000    // of one page
	maxOps      = 8_000_000 // operators of one page
	maxPath     = 20_000    // segments of one path
	maxState    = 512       // nested q
	fileTime    = 10 * time.Minute
)
