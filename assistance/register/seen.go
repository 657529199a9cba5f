package register

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
)

// Remembered is the number of places for the households that were read, and again for the people,
// by which those that come back are found. A person takes one place. A household takes one, and
// more if its id is longer than 32 bytes. Ids such as h1, h2, h3, which end in numbers close
// together, share a place: a register that numbers its households is remembered whole.
//
// What comes after the places are taken is still compared with what is remembered. A warning with
// [CodeUnremembered] says where that begins.
const Remembered = 256 << 10

// sighting says whether an id was seen before.
type sighting uint8

const (
	firstSeen     sighting = iota // and remembered from now on
	seenBefore                    // and remembered
	notRemembered                 // it is not known, and there is no place for it
)

// tables is the number of tables of a set. Each grows on its own, so there is never a second copy
// of the whole.
const tables = 256

// A table grows by a quarter when four of five of its slots are used.
const (
	leastSlots = 8
	growth     = 4
	useOf      = 5
	mostUse    = 4
)

// slots are open-addressing tables. The zero S is a free slot.
type slots[S comparable] struct {
	tables [tables][]S
	used   [tables]int32
}

// find returns the slot that holds what is sought, which has this hash, or the free slot where it
// belongs.
func (s *slots[S]) find(hash uint64, sought func(S) bool, hashOf func(S) uint64) (slot *S, found bool) {
	n := hash % tables
	if int(s.used[n])*useOf >= len(s.tables[n])*mostUse {
		s.grow(n, hashOf)
	}
	table := s.tables[n]
	var free S
	for i := startOf(hash, len(table)); ; i = (i + 1) % len(table) {
		if table[i] == free {
			return &table[i], false
		}
		if sought(table[i]) {
			return &table[i], true
		}
	}
}

// put fills a free slot that find returned.
func (s *slots[S]) put(slot *S, hash uint64, what S) {
	*slot = what
	s.used[hash%tables]++
}

// grow makes table n larger by a quarter.
func (s *slots[S]) grow(n uint64, hashOf func(S) uint64) {
	old := s.tables[n]
	table := make([]S, leastSlots+len(old)+len(old)/growth)
	var free S
	for _, what := range old {
		if what == free {
			continue
		}
		i := startOf(hashOf(what), len(table))
		for table[i] != free {
			i = (i + 1) % len(table)
		}
		table[i] = what
	}
	s.tables[n] = table
}

// startOf returns the slot to look at first, of n.
func startOf(hash uint64, n int) int { return int(hash >> 32 * uint64(n) >> 32) }

func hashOfNumber(seed maphash.Seed, n uint64) uint64 {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], n)
	return maphash.Bytes(seed, b[:])
}

// people remembers identity numbers exactly: the 17 digits of each, from which the check character
// follows.
type people struct {
	seed    maphash.Seed
	numbers slots[uint64]
	places  int // those left
}

func newPeople(places int) *people { return &people{seed: maphash.MakeSeed(), places: places} }

// see looks a number up, and remembers it.
func (p *people) see(number uint64) sighting {
	hash := hashOfNumber(p.seed, number)
	slot, found := p.numbers.find(hash,
		func(n uint64) bool { return n == number },
		func(n uint64) uint64 { return hashOfNumber(p.seed, n) })
	switch {
	case found:
		return seenBefore
	case p.places == 0:
		return notRemembered
	}
	p.places--
	p.numbers.put(slot, hash, number)
	return firstSeen
}

// ids remembers the ids of households exactly. An id that ends in a number is a bit in a page: h70
// is bit 6 of the second page of 64 numbers that begin with h. Any other id stands in the text.
type ids struct {
	seed       maphash.Seed
	beginnings map[string]uint64
	pages      slots[page]
	texts      slots[uint32]
	text       [][]byte // each id behind its length
	places     int      // those left
}

// page holds 64 numbers that follow one another, behind one beginning.
type page struct {
	of      uint64 // the beginning, and below it the number of the page
	present uint64 // a bit for each number; zero: no page
}

const (
	pageBits       = 6  // of a number, within its page
	numberDigits   = 15 // fewer than 2^50
	numberBits     = 50
	maxBeginnings  = 1 << 10
	bytesPerPlace  = 32
	chunkBits      = 14
	chunkSize      = 1 << chunkBits
	lengthSize     = 4
	firstOffset    = 1 // no id stands at 0, which marks a free slot
	beginningShift = numberBits - pageBits
)

func newIDs(places int) *ids {
	return &ids{seed: maphash.MakeSeed(), beginnings: map[string]uint64{}, places: places}
}

// see looks an id up, and remembers it.
func (s *ids) see(id []byte) sighting {
	if at, number, ok := s.numbered(id); ok {
		return s.seeNumber(at, number)
	}
	return s.seeText(id)
}

// numbered cuts an id into its beginning and a number, if it ends in one. Leading zeros belong to
// the beginning, so that no two ids are cut into the same. It reports false of a new beginning
// where enough are known.
func (s *ids) numbered(id []byte) (beginning, number uint64, ok bool) {
	from := len(id)
	for from > 0 && len(id)-from < numberDigits && '0' <= id[from-1] && id[from-1] <= '9' {
		from--
	}
	for from < len(id) && id[from] == '0' {
		from++
	}
	if from == len(id) {
		return 0, 0, false
	}
	beginning, ok = s.beginnings[string(id[:from])]
	if !ok {
		if len(s.beginnings) == maxBeginnings || from > bytesPerPlace || s.places == 0 {
			return 0, 0, false
		}
		beginning = uint64(len(s.beginnings))
		s.beginnings[string(id[:from])] = beginning
	}
	for _, digit := range id[from:] {
		number = number*10 + uint64(digit-'0')
	}
	return beginning, number, true
}

func (s *ids) seeNumber(beginning, number uint64) sighting {
	sought := page{of: beginning<<beginningShift | number>>pageBits, present: 1 << (number % (1 << pageBits))}
	hash := hashOfNumber(s.seed, sought.of)
	slot, found := s.pages.find(hash,
		func(p page) bool { return p.of == sought.of },
		func(p page) uint64 { return hashOfNumber(s.seed, p.of) })
	switch {
	case found && slot.present&sought.present != 0:
		return seenBefore
	case found:
		slot.present |= sought.present
		return firstSeen
	case s.places == 0:
		return notRemembered
	}
	s.places--
	s.pages.put(slot, hash, sought)
	return firstSeen
}

func (s *ids) seeText(id []byte) sighting {
	hash := maphash.Bytes(s.seed, id)
	slot, found := s.texts.find(hash,
		func(at uint32) bool { return bytes.Equal(s.at(at), id) },
		func(at uint32) uint64 { return maphash.Bytes(s.seed, s.at(at)) })
	places := 1 + len(id)/bytesPerPlace
	switch {
	case found:
		return seenBefore
	case s.places < places:
		s.places = 0
		return notRemembered
	}
	s.places -= places
	s.texts.put(slot, hash, s.keep(id))
	return firstSeen
}

// keep adds an id to the text and returns where it stands.
func (s *ids) keep(id []byte) uint32 {
	last := len(s.text) - 1
	if last < 0 || len(s.text[last])+lengthSize+len(id) > cap(s.text[last]) {
		s.text = append(s.text, make([]byte, firstOffset, max(chunkSize, firstOffset+lengthSize+len(id))))
		last++
	}
	chunk := s.text[last]
	at := uint32(last)<<chunkBits | uint32(len(chunk))
	chunk = binary.LittleEndian.AppendUint32(chunk, uint32(len(id)))
	s.text[last] = append(chunk, id...)
	return at
}

// at returns the id that stands there.
func (s *ids) at(at uint32) []byte {
	chunk := s.text[at>>chunkBits][at%chunkSize:]
	return chunk[lengthSize : lengthSize+binary.LittleEndian.Uint32(chunk)]
}
