package standards

import (
	"cmp"
	"strconv"
)

// fault returns the first thing that is wrong with a row by itself, and the field it is in as files
// name it.
func (s Standard) fault() (fault, field, value string) {
	if s.Key == 0 || s.Key >= keyCount {
		return faultKey, "key", ""
	}
	info := &keyTable[s.Key]
	if i := s.Place.index(); i < 0 || i >= rowPlaces {
		return faultPlace, "place", strconv.Itoa(int(s.Place))
	}
	if s.Residence > Rural || s.Residence != 0 && !info.Residence {
		return faultResidence, "residence", s.Residence.String()
	}
	if !s.ofFits(info) {
		return faultOf, "of", s.Of
	}
	if fault, field, value := s.valueFault(info); fault != "" {
		return fault, field, value
	}
	if s.Struck && (info.Form != Listing || s.Basis.Clause == "") {
		return faultStrike, "strike", s.Of
	}
	if s.Bound > AtLeast || s.Bound == 0 && info.Form != Listing {
		return faultBound, "bound", ""
	}
	if !s.From.Valid() {
		return faultFrom, "from", s.From.String()
	}
	if !s.Until.IsZero() && (!s.Until.Valid() || !s.From.Before(s.Until)) {
		return faultUntil, "until", s.Until.String()
	}
	return "", "", ""
}

func (s Standard) ofFits(info *KeyInfo) bool {
	if s.Key == Key(EldercareSubsidy) {
		_, _, ok := s.EldercareClass()
		return ok
	}
	switch s.Key {
	case Key(DibaoTopUp):
		return s.topUpFits()
	case Key(DibaoBand):
		_, err := parseYuan(s.Of)
		return err == nil
	}
	_, ok := s.Key.ofIndex(s.Of)
	return ok && (s.Of != "" || !info.OfNeeded)
}

// What numbers of each form may be at most.
const (
	maxAge   = 150
	maxCount = maxFraction
)

func (s Standard) valueFault(info *KeyInfo) (fault, field, value string) {
	switch {
	case s.Amount.Stated() && s.Number.Stated():
		return faultForm, "yuan", s.Amount.String()
	case s.Amount.Stated():
		if info.Form&Money == 0 {
			return faultForm, "yuan", s.Amount.String()
		}
		if err := s.Amount.Check(); err != nil || s.Key.IsLine() && s.Amount.fen == 0 {
			return faultAmount, "yuan", s.Amount.String()
		}
		if info.Per != 0 && s.Amount.per != info.Per {
			return faultPeriod, "per", s.Amount.per.String()
		}
	case s.Number.Stated():
		if !info.numberFits(s.Number) {
			return faultNumber, info.numberField(), s.Number.String()
		}
	case info.Form != Listing:
		if s.Amount.fen != 0 {
			return faultPeriod, "per", ""
		}
		return faultForm, info.numberField(), ""
	}
	return "", "", ""
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

// sameSubject reports whether s and other state one figure for one place, on whatever days.
func (s Standard) sameSubject(other Standard) bool {
	return s.Place == other.Place && s.Of == other.Of && s.alike(other)
}

// alike reports whether s and other are of one key, for a common class and kind of hukou.
func (s Standard) alike(other Standard) bool {
	return s.Key == other.Key && (s.Of == "" || other.Of == "" || s.Of == other.Of) &&
		(s.Residence == 0 || other.Residence == 0 || s.Residence == other.Residence)
}

// concerns reports whether s and other are of one key, for a common class, kind of hukou and day.
func (s Standard) concerns(other Standard) bool {
	return s.alike(other) && (s.Until.IsZero() || other.From.Before(s.Until)) &&
		(other.Until.IsZero() || s.From.Before(other.Until))
}
