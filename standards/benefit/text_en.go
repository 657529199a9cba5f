package benefit

// english holds the texts of steps in plain English, with the same codes, variants and blanks as the Chinese ones.
var english = [...]wording{
	{StepNotExamined, "computed", "{value}, so nothing is examined"},
	{StepNotCounted, "computed", "{value}, so not counted as a member of the household"},
	{StepNotCounted, "computed/finding", "not counted as a member of the household, by the caseworker's finding"},
	{StepTekunNotCounted, "computed", "a tekun person, so left out of the household's members and income for dibao"},

	{StepTekunAbility, "met", "{number} years old and so at least {limit}: unable to work by age"},
	{StepTekunAbility, "met/minor", "{number} years old and so under {limit}: unable to work by age"},
	{StepTekunAbility, "met/grade", "{left} disability, {grade}: unable to work by disability"},
	{StepTekunAbility, "not-met", "{number} years old, neither {limit} or older nor a minor, and without a disability of the grades listed: not unable to work"},
	{StepTekunAbility, "unknown", "{left} disability, {grade}, of which the grade of each category is not stated: whether he is unable to work is undetermined"},
	{StepTekunScheme, "met", "in the {left}, which does not exclude tekun support"},
	{StepTekunScheme, "not-met", "in the {left}, so no longer taken as tekun"},
	{StepTekunIncome, "met", "own income {left} is below the line, {right}: met"},
	{StepTekunIncome, "met/no-figure", "no income of his own, which is below any line: met"},
	{StepTekunIncome, "not-met", "own income {left} is {compared} the line, {right}: not met"},
	{StepTekunIncome, "unknown", "own income {left} is {compared} the line as far as it is known, {right}; the county's own may be higher: undetermined"},
	{StepTekunIncome, "unknown/no-figure", "own income {left}, and the line there is not on record: undetermined"},
	{StepTekunProperty, "met", "his own property is within the local limit: met"},
	{StepTekunProperty, "not-met", "his own property is over the local limit: not met"},
	{StepTekunProperty, "unknown", "whether property is within the local limit is not stated: undetermined"},
	{StepTekunProperty, "unknown/household", "the household's property is over the local limit, and what of it is his own is not stated: undetermined"},
	{StepTekunSupport, "met", "{left}: met"},
	{StepTekunSupport, "not-met", "{left}: not met"},
	{StepTekunPayment, "computed", "tekun support: {sum}"},

	{StepJobCosts, "computed", "necessary costs of working are taken off, at most the wages and business income: {value}"},
	{StepDibaoTekunFirst, "unknown", "whether a member is tekun is undetermined and comes first, so dibao is undetermined too"},
	{StepIncomeOf, "computed", "income that counts: {sum}"},
	{StepDibaoIncome, "met", "income {left} is below the {kind} {sum}: met"},
	{StepDibaoIncome, "met/no-figure", "no income, which is below any line: met; the {kind} line there is not on record"},
	{StepDibaoIncome, "not-met", "income {left} is {compared} the {kind} {sum}: not met"},
	{StepDibaoIncome, "unknown", "income {left} is {compared} the {kind} {sum}, as far as it is known; the county's own may be higher: undetermined"},
	{StepDibaoIncome, "unknown/no-figure", "income {left}, and the {kind} line there is not on record: undetermined"},
	{StepDibaoGrace, "unknown", "the household is on dibao and someone works, so a grace period may follow once income passes the {kind} line; how many months is not on record: undetermined"},
	{StepDibaoProperty, "met", "the household's property is within the local limit: met"},
	{StepDibaoProperty, "not-met", "the household's property is over the local limit: not met"},
	{StepDibaoProperty, "unknown", "whether the household's property is within the local limit is not stated: undetermined"},
	{StepDibaoTopUp, "computed", "top-up for {value}: {sum}"},
	{StepDibaoMinimum, "computed", "each person gets no less than the average level: {sum}"},
	{StepDibaoPayment, "computed", "dibao payment: {sum}"},

	{StepLowIncomeAbove, "met", "income {left} is {compared} the {kind} {sum}, as a low-income family's must be: met"},
	{StepLowIncomeAbove, "not-met", "income {left} is {compared} the {kind} {sum}, as a low-income family's cannot be: not met"},
	{StepLowIncomeAbove, "not-met/floor", "income {left}, and the {kind} line there is known only as a lower limit, so income cannot be said to have reached it: not met"},
	{StepLowIncomeAbove, "not-met/no-figure", "income {left}, and the {kind} line there is not on record, so income cannot be said to have reached it: not met"},
	{StepLowIncomeBelow, "met", "income {left} is below the {kind} {sum}: met"},
	{StepLowIncomeBelow, "not-met", "income {left} is {compared} the {kind} {sum}: not met"},
	{StepLowIncomeProperty, "met", "the household's property is within the local limit: met"},
	{StepLowIncomeProperty, "not-met", "the household's property is over the local limit: not met"},
	{StepLowIncomeProperty, "unknown", "whether the household's property is within the local limit is not stated: undetermined"},

	{StepSinglePersonFamily, "met", "the family is a low-income family: met"},
	{StepSinglePersonFamily, "not-met", "the family is no low-income family: not met"},
	{StepSinglePersonFamily, "unknown", "whether the family is a low-income family is undetermined"},
	{StepSinglePersonClass, "met", "{left} disability, {grade}: severe enough to be covered alone"},
	{StepSinglePersonClass, "met/illness", "seriously ill, and so may be covered alone"},
	{StepSinglePersonClass, "unknown", "{left} disability, {grade}, of which the grade of each category is not stated: whether it is severe enough to be covered alone is undetermined"},
	{StepSinglePersonIncome, "met", "own income {left} is below the line, {right}: met"},
	{StepSinglePersonIncome, "not-met", "own income {left} is {compared} the line, {right}, which leaves no difference to pay: not met"},
	{StepSinglePersonPayment, "computed", "single-person cover: {sum}"},

	{StepLivingTekun, "met", "not supported as tekun, so the {part} is not excluded"},
	{StepLivingTekun, "not-met", "supported as tekun, so no {part}"},
	{StepLivingTekun, "unknown", "whether he is tekun is undetermined, and so is the {part}"},
	{StepLivingWorkInjury, "met", "no work-injury nursing benefit, so the {part} is not excluded"},
	{StepLivingWorkInjury, "met/not-stated", "no work-injury nursing benefit is stated, and none is assumed"},
	{StepLivingWorkInjury, "not-met", "gets the work-injury nursing benefit, so no {part}"},
	{StepLivingChildScheme, "met", "in the {left}, which goes together with the {part}"},
	{StepLivingChildScheme, "not-met", "in the {left}, so no {part}"},
	{StepLivingGrade, "met", "disability of {grade}, where {least} is asked for the {part}: met"},
	{StepLivingGrade, "not-met", "disability of {grade}, where {least} is asked for the {part}: not met"},
	{StepLivingAllowance, "met", "another such allowance, {left}, is no higher than the rate of the {part}, {right}, which is paid in its place"},
	{StepLivingAllowance, "met/no-figure", "another such allowance, {left}, is no higher than any rate of the {part}"},
	{StepLivingAllowance, "not-met", "another such allowance, {left}, is higher than the rate of the {part}, {right}, so it stays and the {part} is not paid"},
	{StepLivingAllowance, "unknown", "another such allowance, {left}, is higher than the rate of the {part} as far as it is known, {right}; the county's own may be higher: undetermined"},
	{StepLivingAllowance, "unknown/no-figure", "another such allowance, {left}, and the rate of the {part} there is not on record: undetermined"},
	{StepLivingDibao, "met", "on dibao, as the {part} asks: met"},
	{StepLivingDibao, "not-met", "not on dibao, as the {part} asks: not met; a local extension to low-income families may exist and is not on record"},
	{StepLivingDibao, "unknown", "dibao is undetermined, and so is the {part}"},
	{StepLivingPayment, "computed", "rate of the {part}: {sum}"},

	{StepNursingLongTermCare, "met", "long-term care is needed, as the {part} asks: met"},
	{StepNursingLongTermCare, "not-met", "no long-term care is needed, as the {part} asks: not met"},
	{StepNursingLongTermCare, "unknown", "whether long-term care is needed is not stated, and so the {part} is undetermined"},

	{StepEldercareClass, "met", "{number} years old, {self-care}: of those whom the eldercare service subsidy there is for"},
	{StepEldercareClass, "not-met", "{number} years old, {self-care}: not of those whom the eldercare service subsidy there is for"},
	{StepEldercareClass, "unknown", "{number} years old, {self-care}: whether of those whom the eldercare service subsidy there is for is undetermined"},
	{StepEldercarePayment, "computed", "rate of the eldercare service subsidy: {sum}"},

	{StepResidence, "unknown", "{part}: the kind of hukou is not stated; {left} if urban, {right} if rural, so it is undetermined"},
	{StepTotal, "computed", "total: {sum}"},
}

// englishWords are the words of the wire formats that texts fill in.
var englishWords = [...]plainWord{
	{"eligible", "eligible"}, {"ineligible", "not eligible"}, {"undetermined", "undetermined"}, {"", "not examined"},
	{"clergy", "clergy who have lived away for three years or more"}, {"prison", "in prison"}, {"compulsory-rehabilitation", "in compulsory rehabilitation"},
	{"missing", "declared missing"},
	{"applicant", "the applicant"}, {"spouse", "a spouse"}, {"parent", "a parent"}, {"minor-child", "a minor child"}, {"student", "a student child"},
	{"dependent-adult-child", "a grown child who cannot live independently"}, {"independent-adult-child", "a grown child who can live independently"},
	{"child-spouse", "a child's spouse"}, {"grandchild", "a grandchild"}, {"grandparent", "a grandparent"}, {"sibling", "a brother or sister"},
	{"supported-relative", "a supported relative who has long lived with the family"},
	{"none", "nobody is legally bound to support him"}, {"incapable", "those legally bound to support him are not able to"}, {"capable", "those legally bound to support him are able to"},
	{"orphan", "orphan scheme"}, {"unattended-full", "scheme for unattended children, on the full rate"}, {"unattended-topped-up", "scheme for unattended children, topped up"},
	{"visual", "visual"}, {"hearing", "hearing"}, {"speech", "speech"}, {"physical", "physical"}, {"intellectual", "intellectual"}, {"mental", "mental"}, {"multiple", "multiple"},
	{"elderly", "the old"}, {"minor", "minors"}, {"severe-disability", "the severely disabled"}, {"serious-illness", "the seriously ill"},
}

// englishSelfCare are the words of self-care, as package eldercare says them.
var englishSelfCare = [...]plainWord{
	{"full", "full self-care"}, {"partial", "self-care partly lost"}, {"none", "self-care wholly lost"}, {"", "self-care not stated"},
}

// englishTerms say what a term of a sum is.
var englishTerms = [...]plainWord{
	{"line", "line"}, {"income", "income"}, {"own-income", "income"}, {"household-income", "income of the household as such"}, {"job-costs", "costs of working"}, {"topup", "top-up"},
	{"tekun-basic", "basic living standard"}, {"tekun-care", "care standard"}, {"minimum", "average level"}, {"rate", ""},
	{"dibao", "dibao"}, {"tekun", "tekun support"}, {"singlePerson", "single-person cover"}, {"living", "living subsidy"}, {"nursing", "nursing subsidy"},
}
