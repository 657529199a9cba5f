package eldercare_test

import (
	"fmt"
	"time"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func ExampleAssess() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, cannot := range []eldercare.Activities{
		eldercare.ActivitiesOf(),
		eldercare.ActivitiesOf(eldercare.Walking, eldercare.Bathing),
		eldercare.ActivitiesOf(eldercare.Dressing, eldercare.Toilet, eldercare.Walking, eldercare.Bathing),
	} {
		selfCare := eldercare.Assess(set, cannot)
		fmt.Println(selfCare, selfCare.Text(standards.Chinese))
	}
	// Output:
	// full 具备生活自理能力
	// partial 部分丧失生活自理能力
	// none 完全丧失生活自理能力
}

// A county against its targets. What is not stated is neither met nor missed.
func ExampleDistrict_Check() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	institutions, err := eldercare.Together(
		eldercare.Institution{Place: standards.Youxian, MeetsStandard: standards.Yes, NursingBeds: eldercare.ShareOf(60, 100)},
		eldercare.Institution{Place: standards.Youxian, MeetsStandard: standards.No, NursingBeds: eldercare.ShareOf(10, 50)},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	county := eldercare.District{Place: standards.Youxian, Coverage: eldercare.ShareOf(209, 300), Institutions: institutions, Canteens: eldercare.CountOf(1)}
	targets, err := county.Check(set)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, target := range targets {
		fmt.Println(standards.Key(target.Key), target.Row.Number, target.Verdict, target.Wanting)
	}
	fmt.Println(targets[1].Text(standards.English))
	fmt.Println(targets[1].Text(standards.Chinese))
	// Output:
	// tekun-institution-share 50% not-stated 0
	// community-coverage 70% missed 1
	// service-quality 100% missed 1
	// nursing-bed-share 50% missed 5
	// worker-training 100% not-stated 0
	// elder-canteens 1 met 0
	// Youxian, community eldercare facility coverage: target 70%, actual 209 of 300 communities, missed, 1 community wanting (Zhuzhou civil affairs work points 2020, item 12)
	// 攸县，社区养老服务设施覆盖率：目标70%，实际300个社区中209个社区，未达到，还差1个社区（《2020年株洲民政工作要点》第12项）
}

func ExampleInstitution_Check() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	home := eldercare.Institution{Place: standards.Hetang, MeetsStandard: standards.Yes, NursingBeds: eldercare.ShareOf(30, 80), TrainedWorkers: eldercare.ShareOf(0, 0)}
	targets, err := home.Check(set)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, target := range targets {
		fmt.Println(standards.Key(target.Key).Text(standards.English)+":", target.Verdict.Text(standards.English))
	}

	home.NursingBeds = eldercare.ShareOf(90, 80)
	_, err = home.Check(set)
	fmt.Println(err)
	// Output:
	// eldercare institutions that meet GB/T 35796-2017: met
	// nursing beds as a share of institutions' beds: missed
	// eldercare workers with pre-post training: not applicable, there are none
	// eldercare: nursingBeds.part: 90 is more than the whole of 80
}

// The subsidy of a person alone, without a household. No amount is on record, so the figure is named that would settle it; a county's
// own tables file gives it.
func ExampleSubsidy() {
	day := standards.Day(2020, time.October, 1)
	p := eldercare.Person{Place: standards.Youxian, Born: standards.Day(1938, time.May, 4), SelfCare: eldercare.None}
	decide := func(tables *standards.Tables) {
		set, err := tables.At(day)
		if err != nil {
			fmt.Println(err)
			return
		}
		part := eldercare.Subsidy(set, p)
		fmt.Println(part.Verdict, part.Payment.Text(benefit.English))
		for _, need := range part.Needs {
			fmt.Println("needs", need.Figure)
		}
	}
	decide(standards.Published())

	row := standards.Standard{Key: standards.Key(standards.EldercareSubsidy), Place: standards.Youxian, Of: "80/none",
		Amount: standards.Fen(120_00, standards.PerMonth), From: standards.Day(2020, time.July, 1)}
	tables, err := standards.Published().With(standards.Overlay{ID: "sample", Kind: standards.Supplement, Rows: []standards.Standard{row}})
	if err != nil {
		fmt.Println(err)
		return
	}
	decide(tables)
	// Output:
	// undetermined amount not on record
	// needs eldercare-subsidy@430223
	// eligible 120.00 yuan a month
}
