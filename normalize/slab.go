package normalize

// slab hands out values of a kind one by one, made in pieces; they live as long as
// any of their piece does.
type slab[T any] struct {
	free  []T
	piece int
}

// Pieces grow from the one to the other.
const leastPiece, largestPiece = 16, 1024

func grown(piece int) int { return min(max(leastPiece, 2*piece), largestPiece) }

// one returns a zero value.
func (s *slab[T]) one() *T {
	if len(s.free) == 0 {
		s.piece = grown(s.piece)
		s.free = make([]T, s.piece)
	}
	x := &s.free[0]
	s.free = s.free[1:]
	return x
}

// lists hands out empty lists with room for a known number of elements.
type lists[T any] struct {
	free, whole []T
	piece       int
}

// reset takes back what was handed out of the last piece.
func (l *lists[T]) reset() { l.free = l.whole }

func (l *lists[T]) take(n int) []T {
	if n > len(l.free) {
		l.piece = grown(l.piece)
		l.whole = make([]T, max(n, 2*l.piece))
		l.free = l.whole
	}
	out := l.free[:0:n]
	l.free = l.free[n:]
	return out
}
