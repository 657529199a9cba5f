package standards

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

// OverlayKind says what a tables file is.
type OverlayKind uint8

const (
	Supplement OverlayKind = iota + 1 // 补充: a county's own figures
	Draft                             // 草案: proposed law
)

var overlayWords = [...]string{"", "supplement", "draft"}

// String returns the word of the wire formats: supplement or draft.
func (k OverlayKind) String() string { return wordOf(overlayWords[:], int(k)) }

// ParseOverlayKind reads supplement or draft.
func ParseOverlayKind(s string) (OverlayKind, bool) {
	i, ok := indexOf(overlayWords[:], s)
	return OverlayKind(i), ok
}

// MarshalText implements encoding.TextMarshaler.
func (k OverlayKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *OverlayKind) UnmarshalText(text []byte) error {
	return unmarshalWord(k, text, ParseOverlayKind)
}

// Overlay is the content of a tables file: rows laid over the published ones.
//
// A draft may restate anything that is a row and choose readings. A supplement may state what is not on record for a place,
// or its own figure where a floor is on record, not below it; it never touches a national rule.
type Overlay struct {
	ID      string // the id under which rows and decisions cite it
	Kind    OverlayKind
	Title   string
	Number  string // 文号
	Issuer  string
	Issued  Date
	Rows    []Standard // Basis.Document is set when the overlay is laid; an unstated Bound is Exactly
	Choices []Choice
	Carry   Date   // the day whose city figures go on afterwards unless a row restates them; zero: none go on
	SHA256  Digest // of the file; computed from the content where it is zero
}

// document is the name under which o's rows cite it.
func (o Overlay) document() Document { return Document(o.ID) }

func (o Overlay) info() DocumentInfo {
	return DocumentInfo{Document: o.document(), Title: o.Title, English: o.Title, Number: o.Number, Issuer: o.Issuer, Issued: o.Issued, Standing: Supplied}
}

func (o Overlay) clone() Overlay {
	o.Rows = slices.Clone(o.Rows)
	o.Choices = slices.Clone(o.Choices)
	return o
}

// RowFault says what is wrong with a row of a tables file, or with the file itself.
type RowFault uint8

const (
	FaultID         RowFault = iota + 1 // the id is empty, taken, or of another form than 1 to 64 letters, digits, - . _
	FaultKind                           // neither a draft nor a supplement
	FaultChoice                         // a choice that is none, or two of one reading
	FaultCarry                          // the carry day is outside the span of the tables
	FaultKey                            // no such key
	FaultPlace                          // no place that rows hold for
	FaultResidence                      // the key does not go by kind of hukou
	FaultOf                             // a word that the key does not take, or one that it needs is missing
	FaultForm                           // the value is not written as the key's is
	FaultAmount                         // no usable amount
	FaultPeriod                         // the key's amounts are for another period
	FaultNumber                         // out of range for the key
	FaultBound                          // no bound
	FaultFrom                           // no first day
	FaultUntil                          // the span is empty
	FaultNational                       // a supplement touches a national rule
	FaultOnRecord                       // a supplement restates a figure that is on record exactly
	FaultBelowFloor                     // below a floor that holds there
	FaultOverlap                        // two rows of one file state one figure for one place and time
	FaultConflict                       // two files state one figure, or choose differently
	FaultMonthEnd                       // a warning: until is the last day of a month, but it is the first day after
	FaultShadowed                       // a warning: a nearer row goes before it everywhere
	FaultNoClause                       // a warning: the item of the document that a row rests on is not named
	FaultNoTitle                        // a warning: the document that the figures come from is not named
)

// RowError is one fault of a tables file: the file, the row (counted from 0; -1 is the file itself), the field as in the file,
// the value found there, and what it stands against.
type RowError struct {
	Table   string
	Row     int
	Field   string
	Value   string
	Against string
	Fault   RowFault
}

var faultTexts = [...][2]string{
	FaultID:         {"编号为空、重复或形式不符（1至64个字母、数字或 - . _）", "the id is empty, taken, or not 1 to 64 letters, digits, - . _"},
	FaultKind:       {"既不是草案（draft）也不是补充（supplement）", "is neither a draft nor a supplement"},
	FaultChoice:     {"不是可选的读法，或同一读法选了两次", "is no choice of a reading, or a second one of the same"},
	FaultCarry:      {"沿用日期不在数据表的期间内", "is outside the days of the tables"},
	FaultKey:        {"没有这一项目", "is no key"},
	FaultPlace:      {"不是可适用的地方", "is no place that a row can hold for"},
	FaultResidence:  {"该项目不分城乡", "the key does not go by kind of hukou"},
	FaultOf:         {"该项目不分此类，或缺少必要的类别", "is not a class of this key, or the class it needs is missing"},
	FaultForm:       {"数值的写法与该项目不符", "the value is not written as this key's is"},
	FaultAmount:     {"不是可用的金额", "is not a usable amount"},
	FaultPeriod:     {"该项目的金额按月计", "the key's amounts are for a month"},
	FaultNumber:     {"超出该项目的范围", "is out of range for this key"},
	FaultBound:      {"未载明是确数还是下限", "states no bound"},
	FaultFrom:       {"未载明起始日期", "states no first day"},
	FaultUntil:      {"截止日期不在起始日期之后", "the span is empty: until is not after from"},
	FaultNational:   {"补充文件不得改动国家规定", "a supplement never touches a national rule"},
	FaultOnRecord:   {"已有确定的标准，补充文件不得另定", "an exact figure is on record; a supplement cannot restate it"},
	FaultBelowFloor: {"低于当地适用的下限", "is below the floor that holds there"},
	FaultOverlap:    {"同一文件对同一地方、同一时期规定了两次", "states one figure twice for one place and time"},
	FaultConflict:   {"与另一文件对同一地方、同一时期的规定冲突", "conflicts with what another file states for the same place and time"},
	FaultMonthEnd:   {"提示：until 是期满后的第一天，这里写的是某月最后一天", "note: until is the first day after the span, and this is the last day of a month"},
	FaultShadowed:   {"提示：更近的规定处处优先，本行不起作用", "note: a nearer row goes before it everywhere, so it has no effect"},
	FaultNoClause:   {"提示：未写明依据文件的哪一条款", "note: it does not say on which item of the document it rests"},
	FaultNoTitle:    {"提示：未写明数据出自哪个文件", "note: the document that the figures come from is not named"},
}

func (e *RowError) Error() string { return "standards: " + e.Text(English) }

// Text says it in language l: the file, the row and field, the value, what is wrong, and what it stands against.
func (e *RowError) Text(l Lang) string {
	var b strings.Builder
	b.WriteString(e.Table)
	if e.Row >= 0 {
		b.WriteString(": rows[" + strconv.Itoa(e.Row) + "]")
		if e.Field != "" {
			b.WriteString("." + e.Field)
		}
	} else if e.Field != "" {
		b.WriteString(": " + e.Field)
	}
	if e.Value != "" {
		b.WriteString(" " + quoted(e.Value))
	}
	text := "?"
	if int(e.Fault) < len(faultTexts) {
		pair := faultTexts[e.Fault]
		text = l.In(pair[0], pair[1])
	}
	b.WriteString(l.In("：", ": ") + text)
	if e.Against != "" {
		b.WriteString(l.In("（", " (") + e.Against + l.In("）", ")"))
	}
	return b.String()
}

// RowErrors are all the faults found in tables files, in order.
type RowErrors = lang.List[*RowError]

// With lays overlays over t, in the order given. It reports RowErrors if a row cannot be used, if two files conflict, or if a
// supplement does what it may not; t is not changed.
func (t *Tables) With(overlays ...Overlay) (*Tables, error) {
	t = t.orPublished()
	laid := &Tables{slices.Clone(t.overlays), t.choices, t.chosen, t.known}
	var faults RowErrors
	for _, o := range overlays {
		o = o.prepared()
		faults = append(faults, o.check()...)
		faults = append(faults, laid.admit(o)...)
		laid.choose(o.Choices)
		laid.overlays = append(laid.overlays, o)
	}
	if len(faults) == 0 {
		faults = laid.belowCarried()
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return laid, nil
}

// prepared returns a copy of o with what its rows need not state filled in.
func (o Overlay) prepared() Overlay {
	o = o.clone()
	for i := range o.Rows {
		row := &o.Rows[i]
		row.Basis.Document = o.document()
		row.Carried = Date{}
		row.Under = 0
		if row.Bound == 0 && row.Key.Kind() != ListKind {
			row.Bound = Exactly
		}
	}
	if o.SHA256 == (Digest{}) {
		o.SHA256 = o.contentDigest()
	}
	return o
}

func (o Overlay) contentDigest() Digest {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %q %q %q %q\n", o.ID, o.Kind, o.Title, o.Number, o.Issuer, o.Issued, o.Carry)
	for _, row := range o.Rows {
		fmt.Fprintf(h, "%q\n", row.fields())
	}
	for _, c := range o.Choices {
		fmt.Fprintf(h, "%q\n", c)
	}
	return Digest(h.Sum(nil))
}

// check finds what is wrong with o by itself.
func (o Overlay) check() RowErrors {
	var faults RowErrors
	file := func(fault RowFault, field, value string) {
		faults = append(faults, &RowError{Table: o.ID, Row: -1, Field: field, Value: value, Fault: fault})
	}
	if !validID(o.ID) || o.document().own() != nil {
		file(FaultID, "id", o.ID)
	}
	if o.Kind.String() == "" {
		file(FaultKind, "kind", "")
	}
	var chosen Choices
	for _, c := range o.Choices {
		r := c.Info().Reading
		if r == 0 || chosen[r] != 0 {
			file(FaultChoice, "readings", c.String())
		}
		chosen[r] = c
	}
	if !o.Carry.IsZero() && (!o.Carry.Valid() || o.Carry.Before(firstDay) || lastDay.Before(o.Carry)) {
		file(FaultCarry, "carry", o.Carry.String())
	}
	var sound []int
	for i, row := range o.Rows {
		if fault, field, value := row.fault(); fault != 0 {
			faults = append(faults, &RowError{o.ID, i, field, value, "", fault})
			continue
		}
		for _, j := range sound {
			if row.sameFigure(o.Rows[j]) {
				faults = append(faults, &RowError{o.ID, i, "", row.label(), "rows[" + strconv.Itoa(j) + "]", FaultOverlap})
				break
			}
		}
		sound = append(sound, i)
	}
	return faults
}

func validID(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-' && c != '.' && c != '_' {
			return false
		}
	}
	return len(s) >= 1 && len(s) <= 64
}

// fault returns the first thing that is wrong with a row by itself, and the field it is in as files name it.
func (s Standard) fault() (fault RowFault, field, value string) {
	if s.Key == 0 || s.Key >= keyCount {
		return FaultKey, "key", ""
	}
	info := &keyTable[s.Key]
	if i := s.Place.index(); i < 0 || i >= rowPlaces {
		return FaultPlace, "place", strconv.Itoa(int(s.Place))
	}
	if s.Residence > Rural || s.Residence != 0 && !info.Residence {
		return FaultResidence, "residence", s.Residence.String()
	}
	if !s.ofFits(info) {
		return FaultOf, "of", s.Of
	}
	if fault, field, value := s.valueFault(info); fault != 0 {
		return fault, field, value
	}
	if s.Bound > AtLeast || s.Bound == 0 && info.Form != Listing {
		return FaultBound, "bound", ""
	}
	if !s.From.Valid() {
		return FaultFrom, "from", s.From.String()
	}
	if !s.Until.IsZero() && (!s.Until.Valid() || !s.From.Before(s.Until)) {
		return FaultUntil, "until", s.Until.String()
	}
	return 0, "", ""
}

func (s Standard) ofFits(info *KeyInfo) bool {
	if s.Key == Key(EldercareSubsidy) {
		_, _, ok := s.EldercareClass()
		return ok
	}
	_, ok := s.Key.ofIndex(s.Of)
	return ok && (s.Of != "" || !info.OfNeeded)
}

// EldercareClass reads the Of of an eldercare subsidy row: the least age (0: any) and the self-care grade (empty: any). They are
// written 80, none, or 80/none; an age has no leading zero.
func (s Standard) EldercareClass() (age int, selfCare string, ok bool) {
	if s.Of == "" {
		return 0, "", true
	}
	first, second, both := strings.Cut(s.Of, "/")
	if !both && slices.Contains(selfCareOf, first) {
		return 0, first, true
	}
	age, ok = digits(first)
	if !ok || first[0] == '0' || len(first) > 3 || age > maxAge || both && !slices.Contains(selfCareOf, second) {
		return 0, "", false
	}
	return age, second, true
}

// What numbers of each form may be at most.
const (
	maxAge   = 150
	maxCount = maxFraction
)

func (s Standard) valueFault(info *KeyInfo) (fault RowFault, field, value string) {
	switch {
	case s.Amount.Stated() && s.Number.Stated():
		return FaultForm, "yuan", s.Amount.String()
	case s.Amount.Stated():
		if info.Form&Money == 0 {
			return FaultForm, "yuan", s.Amount.String()
		}
		if err := s.Amount.Check(); err != nil || s.Key == Key(DibaoLine) && s.Amount.fen == 0 {
			return FaultAmount, "yuan", s.Amount.String()
		}
		if info.Per != 0 && s.Amount.per != info.Per {
			return FaultPeriod, "per", s.Amount.per.String()
		}
	case s.Number.Stated():
		if !info.numberFits(s.Number) {
			return FaultNumber, info.numberField(), s.Number.String()
		}
	case info.Form != Listing:
		if s.Amount.fen != 0 {
			return FaultPeriod, "per", ""
		}
		return FaultForm, info.numberField(), ""
	}
	return 0, "", ""
}

// numberField names the field of files in which k's value stands.
func (i *KeyInfo) numberField() string {
	switch {
	case i.Form&Money != 0:
		return "yuan"
	case i.Form&Ratio != 0:
		return "ratio"
	case i.Form&Share != 0:
		return "percent"
	case i.Form&Age != 0:
		return "age"
	}
	return "count"
}

func (i *KeyInfo) numberFits(n Fraction) bool {
	if n.Num < 0 || n.Den < 1 || n.Num > maxFraction || n.Den > maxFraction {
		return false
	}
	switch {
	case i.Form&Ratio != 0:
		return n.Num > 0
	case i.Form&Share != 0:
		return n.Num <= n.Den && ShareDenominator%n.Den == 0
	case i.Form&Age != 0:
		return n.Den == 1 && n.Num <= maxAge
	case i.Form&Count != 0:
		return n.Den == 1 && n.Num <= cmp.Or(i.most, maxCount)
	}
	return false
}

// sameFigure reports whether s and other state one figure for one place and a common day.
func (s Standard) sameFigure(other Standard) bool {
	return s.Place == other.Place && s.Of == other.Of && s.concerns(other)
}

// concerns reports whether s and other are of one key, for a common class, kind of hukou and day.
func (s Standard) concerns(other Standard) bool {
	return s.Key == other.Key && (s.Of == "" || other.Of == "" || s.Of == other.Of) &&
		(s.Residence == 0 || other.Residence == 0 || s.Residence == other.Residence) &&
		(s.Until.IsZero() || other.From.Before(s.Until)) && (other.Until.IsZero() || s.From.Before(other.Until))
}

// admit finds what stands against laying o over t.
func (t *Tables) admit(o Overlay) RowErrors {
	var faults RowErrors
	for _, earlier := range t.overlays {
		faults = append(faults, o.against(earlier)...)
	}
	if o.Kind == Supplement {
		faults = append(faults, o.overreach()...)
	}
	return faults
}

// against finds where o and an earlier file conflict.
func (o Overlay) against(earlier Overlay) RowErrors {
	var faults RowErrors
	if o.ID == earlier.ID {
		faults = append(faults, &RowError{o.ID, -1, "id", o.ID, "", FaultID})
	}
	for _, c := range o.Choices {
		for _, d := range earlier.Choices {
			if c != d && c.Info().Reading == d.Info().Reading {
				faults = append(faults, &RowError{o.ID, -1, "readings", c.String(), earlier.ID + ": " + d.String(), FaultConflict})
			}
		}
	}
	if !o.Carry.IsZero() && !earlier.Carry.IsZero() && o.Carry != earlier.Carry {
		faults = append(faults, &RowError{o.ID, -1, "carry", o.Carry.String(), earlier.ID + ": " + earlier.Carry.String(), FaultConflict})
	}
	for i := range o.Rows {
		if fault := o.rowAgainst(i, earlier); fault != nil {
			faults = append(faults, fault)
		}
	}
	return faults
}

// rowAgainst finds the first row of an earlier file with which row i of o conflicts, or where one of the two is below the floor that
// the other sets. The fault is then of the lower one, whichever file it stands in.
func (o Overlay) rowAgainst(i int, earlier Overlay) *RowError {
	for j, other := range earlier.Rows {
		switch row := o.Rows[i]; {
		case row.sameFigure(other):
			return o.faultBeside(i, earlier, j, FaultConflict)
		case row.below(other):
			return o.faultBeside(i, earlier, j, FaultBelowFloor)
		case other.below(row):
			return earlier.faultBeside(j, o, i, FaultBelowFloor)
		}
	}
	return nil
}

// faultBeside is a fault of row i of o, measured against row j of another file.
func (o Overlay) faultBeside(i int, other Overlay, j int, fault RowFault) *RowError {
	return &RowError{o.ID, i, "", o.Rows[i].label(), other.ID + ": rows[" + strconv.Itoa(j) + "] " + other.Rows[j].label(), fault}
}

// below reports whether s states less than a floor that a wider row sets for its place.
func (s Standard) below(floor Standard) bool {
	return s.Place != floor.Place && s.Place.In(floor.Place) && s.concerns(floor) && s.lessThan(floor)
}

// lessThan reports whether s states less than floor does, where floor is one.
func (s Standard) lessThan(floor Standard) bool {
	return floor.Bound == AtLeast && s.Amount.Stated() && floor.Amount.Stated() && s.Amount.Compare(floor.Amount) < 0
}

// overreach finds where a supplement does more than state what is not on record, or a county's own figure over a floor.
func (o Overlay) overreach() RowErrors {
	var faults RowErrors
	for i, row := range o.Rows {
		if row.Key == 0 || row.Key >= keyCount {
			continue
		}
		if !keyTable[row.Key].Local || row.Place == China {
			faults = append(faults, &RowError{o.ID, i, "key", row.Key.String(), "", FaultNational})
			continue
		}
		for _, on := range zhuzhou2020() {
			if !row.Place.In(on.Place) || !row.concerns(on) {
				continue
			}
			switch {
			case on.Bound == Exactly:
				faults = append(faults, &RowError{o.ID, i, "", row.label(), on.label(), FaultOnRecord})
			case row.lessThan(on):
				faults = append(faults, &RowError{o.ID, i, "yuan", row.Amount.String(), on.label(), FaultBelowFloor})
			}
		}
	}
	return faults
}

// belowCarried finds where a supplement goes below a floor of the city that a file's carry lets go on. A draft that restates the floor
// takes its place, so that it is looked at on each day on which that may change.
func (t *Tables) belowCarried() RowErrors {
	if !slices.ContainsFunc(t.overlays, func(o Overlay) bool { return !o.Carry.IsZero() }) {
		return nil
	}
	var faults RowErrors
	days := t.turns()
	for _, carrier := range t.overlays {
		for _, floor := range t.carriedFloors(carrier) {
			for _, o := range t.overlays {
				for i, row := range o.Rows {
					if o.Kind == Supplement && row.Place.In(floor.Place) && row.concerns(floor) && row.lessThan(floor) && t.goesOn(floor, row, days) {
						where := carrier.ID + ": carry " + carrier.Carry.String() + " " + floor.label()
						faults = append(faults, &RowError{o.ID, i, "yuan", row.Amount.String(), where, FaultBelowFloor})
					}
				}
			}
		}
	}
	return faults
}

// carriedFloors are the floors of the city that o's carry lets go on, from the day after.
func (t *Tables) carriedFloors(o Overlay) []Standard {
	if o.Carry.IsZero() {
		return nil
	}
	var floors []Standard
	for _, row := range t.publishedOn(o.Carry) {
		if row.ofYear2020() && row.Bound == AtLeast {
			row.From, row.Until = o.Carry.Next(), Date{}
			floors = append(floors, row)
		}
	}
	return floors
}

// goesOn reports whether a carried floor holds for row on one of days: there it does not apply by itself, and no draft restates it.
func (t *Tables) goesOn(floor, row Standard, days []Date) bool {
	return slices.ContainsFunc(days, func(d Date) bool {
		if !row.InForce(d) || !floor.InForce(d) || t.applies(floor, d) {
			return false
		}
		for _, r := range Residences() {
			if (row.Residence == 0 || row.Residence == r) && (floor.Residence == 0 || floor.Residence == r) && !t.restated(floor, r, row.Of, d) {
				return true
			}
		}
		return false
	})
}

// restated reports whether a draft restates a figure of the city on day d, for kind of hukou r and Of.
func (t *Tables) restated(on Standard, r Residence, of string, d Date) bool {
	return slices.ContainsFunc(t.overlays, func(o Overlay) bool {
		return o.Kind == Draft && slices.ContainsFunc(o.Rows, func(row Standard) bool {
			return row.Key == on.Key && row.Place == on.Place && (row.Residence == 0 || row.Residence == r) && (row.Of == "" || row.Of == of) && row.InForce(d)
		})
	})
}

// label names a row in a message: its key, place, kind of hukou, Of and value.
func (s Standard) label() string {
	parts := []string{s.Key.String() + "@" + s.Place.String()}
	for _, part := range []string{s.Residence.String(), s.Of, s.Number.String()} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if s.Amount.Stated() {
		parts = append(parts, s.Amount.String())
	}
	if s.Bound == AtLeast {
		parts = append(parts, s.Bound.String())
	}
	return strings.Join(parts, " ")
}

// Warnings finds what is allowed in o but probably not meant: no title, an until on the last day of a month, rows for a group or
// the city that a published row nearer by goes before everywhere, and rows without a clause, which are named together.
func (o Overlay) Warnings() RowErrors {
	var notes RowErrors
	if o.Title == "" {
		notes = append(notes, &RowError{o.ID, -1, "title", "", "", FaultNoTitle})
	}
	for i, row := range o.Rows {
		if !row.Until.IsZero() && row.Until.Next().Day == 1 {
			notes = append(notes, &RowError{o.ID, i, "until", row.Until.String(), "", FaultMonthEnd})
		}
		if row.shadowed() {
			notes = append(notes, &RowError{o.ID, i, "place", row.Place.String(), row.label(), FaultShadowed})
		}
	}
	return append(notes, o.withoutClause()...)
}

// named is how many more rows without a clause a warning names.
const named = 9

// withoutClause is one warning for all rows without a clause: it is of the first of them and names the others.
func (o Overlay) withoutClause() RowErrors {
	var note *RowError
	var others []string
	for i, row := range o.Rows {
		switch {
		case row.Basis.Clause != "":
		case note == nil:
			note = &RowError{o.ID, i, "clause", "", "", FaultNoClause}
		case len(others) < named:
			others = append(others, "rows["+strconv.Itoa(i)+"]")
		case len(others) == named:
			others = append(others, "…")
		}
	}
	if note == nil {
		return nil
	}
	note.Against = strings.Join(others, ", ")
	return RowErrors{note}
}

// shadowed reports whether published rows nearer by go before s in every unit and for every kind of hukou that it covers.
func (s Standard) shadowed() bool {
	for _, p := range Divisions() {
		for _, r := range Residences() {
			if !p.In(s.Place) || s.Residence != 0 && s.Residence != r {
				continue
			}
			if !slices.ContainsFunc(zhuzhou2020(), func(on Standard) bool {
				return p.In(on.Place) && on.Place != s.Place && on.Place.In(s.Place) && on.concerns(s) && (on.Residence == 0 || on.Residence == r) && (on.Of == "" || on.Of == s.Of)
			}) {
				return false
			}
		}
	}
	return true
}
