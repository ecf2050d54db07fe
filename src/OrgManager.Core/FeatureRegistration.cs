using Microsoft.Extensions.DependencyInjection;
using OrgManager.Access;
using OrgManager.Common;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Data.Seeding;
using OrgManager.Data.Seeding.Province;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Restructuring;
using OrgManager.Reviews;
using OrgManager.Staff;
using OrgManager.Targets;

namespace OrgManager;

public static class FeatureRegistration
{
    /// <summary>Every use case of the product, over the database registered before.</summary>
    public static IServiceCollection AddOrgFeatures(this IServiceCollection services)
    {
        VietnameseText.DemandIcu();
        return services
            .AddAutoMapper(maps => maps.AddMaps(typeof(FeatureRegistration).Assembly))
            .AddSingleton(sp => new OrgClock(sp.GetRequiredService<TimeProvider>(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh")))
            .AddSingleton<ActorDirectory>().AddScoped<ActingAs>().AddSingleton<FirstAdministrator>().AddSingleton<UnknownNames>().AddSingleton<ReadLog>()
            .AddScoped<AccountService>().AddScoped<UserService>().AddScoped<UserViewService>().AddScoped<DelegationService>().AddScoped<TrailService>().AddSingleton<ChainWatch>().AddScoped<PrivacyService>()
            .AddScoped<OrganisationInfo>().AddScoped<Migrator>().AddScoped<Backups>().AddScoped<BackupService>().AddScoped<Jobs.IJobKind, BackupJob>().AddScoped<Jobs.IJobKind, CycleJob>().AddScoped<Verifier>()
            .AddScoped<Jobs.JobService>().AddSingleton<Jobs.JobRunner>().AddSingleton<Jobs.JobBell>()
            .AddScoped<UnitKindService>().AddScoped<OrgUnitService>().AddScoped<UnitFunctionService>().AddScoped<FunctionRegister>().AddScoped<UnitRuleService>().AddScoped<OrganisationService>().AddScoped<Search.SearchService>()
            .AddScoped<DecisionService>().AddSingleton<DecisionIndex>().AddSingleton<DecisionsBeside>().AddScoped<DecisionRegister>().AddScoped<DecisionFiles>().AddScoped<MissingDecisions>().AddScoped<PendingChanges>().AddSingleton<DecisionNames>()
            .AddScoped<QuotaService>().AddScoped<EstablishmentService>().AddScoped<ForecastService>().AddScoped<StreamliningService>().AddScoped<PositionService>()
            .AddScoped<LedgerService>().AddScoped<OutsideTransferService>().AddScoped<OpeningService>().AddScoped<QuotaPlanService>()
            .AddScoped<StaffService>().AddScoped<SalaryAmendmentService>().AddScoped<RosterService>().AddScoped<PersonService>().AddScoped<DepartureService>().AddScoped<AgeService>()
            .AddScoped<HonourService>().AddScoped<DisciplineService>().AddScoped<GradeYearService>().AddScoped<PartyService>().AddScoped<MemberAmendmentService>().AddScoped<MemberService>().AddScoped<CoverageService>().AddScoped<CellService>()
            .AddScoped<TransferService>().AddScoped<TransferRegister>().AddScoped<TransferPapers>().AddScoped<FeeService>().AddScoped<MemberRegister>().AddScoped<MovementService>()
            .AddScoped<CellMeetingService>().AddScoped<MeetingBoardService>().AddScoped<MeetingPaperService>().AddScoped<PartyPaperService>().AddScoped<RegulationService>().AddScoped<PartyTermService>().AddScoped<PartyDueService>().AddScoped<IPartyDueSource, MemberDues>().AddScoped<IPartyDueSource, CellDues>().AddScoped<IPartyDueSource, MeetingDues>().AddScoped<IPartyDueSource, PaperDues>().AddScoped<IPartyDueSource, LetterDues>()
            .AddScoped<ScenarioService>().AddScoped<ScenarioDraftService>().AddScoped<ScenarioLifeService>().AddScoped<ScenarioViewService>().AddScoped<ScenarioAnnexService>()
            .AddScoped<ReviewService>().AddScoped<RuleSetService>().AddScoped<ReviewCycleService>().AddScoped<RollService>().AddScoped<StaffAboveService>().AddScoped<CellReviewService>()
            .AddScoped<ReviewFileService>().AddScoped<SelfReviewService>().AddScoped<StaffCommentService>().AddScoped<RemedyService>().AddScoped<CellCriteriaService>().AddScoped<ReviewGroupService>().AddScoped<ReviewWaitService>().AddScoped<ReviewNoticeService>().AddScoped<ExcellentService>()
            .AddScoped<Reviews.Papers.PaperService>().AddScoped<Reviews.Papers.PaperTemplateService>().AddScoped<Reviews.Statistics.ReviewStatisticsService>().AddScoped<Reviews.Statistics.PartyYearService>()
            .AddScoped<Import.ImportService>().AddScoped<Jobs.IJobKind, Import.ImportJob>()
            .AddScoped<TargetService>()
            .AddScoped<ReportService>().AddScoped<AheadService>()
            .AddScoped<SampleFiller>().AddScoped<ModelSeeder>().AddScoped<SeedStaff>().AddScoped<SeedParty>().AddScoped<ProvinceSeeder>();
    }
}
