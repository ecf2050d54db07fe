using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Localization;
using OrgManager.Access;
using OrgManager.Data;
using OrgManager.Data.Maintenance;
using OrgManager.Decisions;
using OrgManager.Establishment;
using OrgManager.Jobs;
using OrgManager.Organisation;
using OrgManager.Party;
using OrgManager.Reports;
using OrgManager.Restructuring;
using OrgManager.Reviews;
using OrgManager.Reviews.Papers;
using OrgManager.Reviews.Statistics;
using OrgManager.Search;
using OrgManager.Staff;
using OrgManager.Targets;
using OrgManager.Tests;
using OrgManager.Web.Common;
using OrgManager.Web.Home;
using Radzen;

namespace OrgManager.Web.Tests;

/// <summary>The site's pages in their shell, on the real services and a real database; only the browser is pretended.</summary>
public sealed class TestBrowser : BunitContext
{
    private readonly BunitAuthorizationContext _session;
    private readonly string _language;

    static TestBrowser() => DefaultWaitTimeout = TimeSpan.FromMinutes(1); // only so that a failure ends

    public TestBrowser(TestOrg org, string language = Language.Vietnamese)
    {
        _language = language;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents().AddLocalization();
        Services.AddScoped<ILocalizer, RadzenTexts>().AddScoped<AsOf>().AddScoped<ChangeNotice>();
        Services.AddSingleton(TimeProvider.System).AddSingleton(org.Clock).AddSingleton<ICurrentActor>(org).AddSingleton<AntiforgeryStateProvider, NoForgery>();
        Services.AddScoped(_ => org.Get<TargetService>()).AddScoped(_ => org.Get<OrganisationService>()).AddScoped(_ => org.Get<OrganisationInfo>());
        Services.AddScoped(_ => org.Get<OrgUnitService>()).AddScoped(_ => org.Get<UnitFunctionService>()).AddScoped(_ => org.Get<UnitKindService>()).AddScoped(_ => org.Get<DecisionService>());
        Services.AddScoped(_ => org.Get<QuotaService>()).AddScoped(_ => org.Get<EstablishmentService>()).AddScoped(_ => org.Get<ForecastService>()).AddScoped(_ => org.Get<StreamliningService>()).AddScoped(_ => org.Get<AgeService>());
        Services.AddScoped(_ => org.Get<LedgerService>()).AddScoped(_ => org.Get<OutsideTransferService>()).AddScoped(_ => org.Get<OpeningService>()).AddScoped(_ => org.Get<QuotaPlanService>());
        Services.AddScoped(_ => org.Get<FunctionRegister>());
        Services.AddScoped(_ => org.Get<UnitRuleService>()).AddScoped(_ => org.Get<OrgManager.Import.ImportService>()).AddScoped(_ => org.Get<PositionService>());
        Services.AddScoped(_ => org.Get<PaperService>()).AddScoped(_ => org.Get<PaperTemplateService>()).AddScoped(_ => org.Get<ReviewStatisticsService>()).AddScoped(_ => org.Get<PartyYearService>());
        Services.AddScoped(_ => org.Get<ReviewFileService>()).AddScoped(_ => org.Get<SelfReviewService>()).AddScoped(_ => org.Get<StaffCommentService>()).AddScoped(_ => org.Get<RemedyService>()).AddScoped(_ => org.Get<CellCriteriaService>()).AddScoped(_ => org.Get<ReviewGroupService>()).AddScoped(_ => org.Get<RollService>()).AddScoped(_ => org.Get<StaffAboveService>()).AddScoped(_ => org.Get<ReviewWaitService>()).AddScoped(_ => org.Get<DelegationService>()).AddScoped(_ => org.Get<ReviewNoticeService>()).AddScoped(_ => org.Get<ExcellentService>());
        Services.AddScoped<HomeReader>().AddScoped(_ => org.Get<DepartureService>()).AddScoped(_ => org.Get<AheadService>()).AddScoped(_ => org.Get<SearchService>()).AddScoped(_ => org.Get<ReviewCycleService>()).AddScoped(_ => org.Get<RuleSetService>()).AddScoped(_ => org.Get<CellReviewService>());
        Services.AddScoped(_ => org.Get<DecisionRegister>()).AddScoped(_ => org.Get<DecisionFiles>()).AddScoped(_ => org.Get<MissingDecisions>()).AddScoped(_ => org.Get<PendingChanges>());
        Services.AddScoped(_ => org.Get<RosterService>()).AddScoped(_ => org.Get<PersonService>()).AddScoped(_ => org.Get<StaffService>()).AddScoped(_ => org.Get<SalaryAmendmentService>()).AddScoped(_ => org.Get<CellService>());
        Services.AddScoped(_ => org.Get<CellMeetingService>()).AddScoped(_ => org.Get<MeetingBoardService>()).AddScoped(_ => org.Get<MeetingPaperService>()).AddScoped(_ => org.Get<PartyPaperService>()).AddScoped(_ => org.Get<RegulationService>()).AddScoped(_ => org.Get<PartyTermService>()).AddScoped(_ => org.Get<PartyDueService>());
        Services.AddScoped(_ => org.Get<HonourService>()).AddScoped(_ => org.Get<DisciplineService>()).AddScoped(_ => org.Get<GradeYearService>()).AddScoped(_ => org.Get<PartyService>()).AddScoped(_ => org.Get<MemberService>()).AddScoped(_ => org.Get<MemberAmendmentService>()).AddScoped(_ => org.Get<CoverageService>());
        Services.AddScoped(_ => org.Get<TransferService>()).AddScoped(_ => org.Get<TransferRegister>()).AddScoped(_ => org.Get<FeeService>()).AddScoped(_ => org.Get<MemberRegister>()).AddScoped(_ => org.Get<MovementService>());
        Services.AddScoped(_ => org.Get<UserService>()).AddScoped(_ => org.Get<UserViewService>()).AddScoped(_ => org.Get<AccountService>()).AddScoped(_ => org.Get<TrailService>()).AddScoped(_ => org.Get<PrivacyService>()).AddScoped(_ => org.Get<BackupService>()).AddScoped(_ => org.Get<JobService>());
        Services.AddScoped(_ => org.Get<ScenarioService>()).AddScoped(_ => org.Get<ScenarioViewService>()).AddScoped(_ => org.Get<ScenarioDraftService>()).AddScoped(_ => org.Get<ScenarioLifeService>()).AddScoped(_ => org.Get<ScenarioAnnexService>());
        Services.AddSingleton<IHostEnvironment>(Environment);
        _session = this.AddAuthorization();
        _session.SetAuthorized("somebody");
    }

    /// <summary>As installed, unless a test says otherwise.</summary>
    public HostingEnvironment Environment { get; } = new() { EnvironmentName = Environments.Production };

    public IEnumerable<string> Notices => Services.GetRequiredService<NotificationService>().Messages.Select(m => m.Summary);

    public IStringLocalizer<Texts> Texts => Services.GetRequiredService<IStringLocalizer<Texts>>();

    public NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    /// <summary>Leaves the page before, goes to an address of the site and waits until the page there has read what it shows.</summary>
    public IRenderedComponent<Routes> Open(string path)
    {
        Speak(_language);
        Task.Run(DisposeComponentsAsync).GetAwaiter().GetResult(); // every shell still there would follow to the new address
        Address.NavigateTo(path);
        var shell = Render<Routes>();
        shell.WaitForState(() => shell.FindAll("main h1").Count == 1 && shell.FindAll(".skel").Count == 0 && shell.FindAll(".ros").All(IsFilled));
        return shell;
    }

    public void SignOut() => _session.SetNotAuthorized();

    /// <summary>The language of this test from here on.</summary>
    public static void Speak(string language) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Language.CultureOf(language), new CultureInfo(language));

    /// <summary>A grid shows rows, or that there are none.</summary>
    private static bool IsFilled(IElement grid) => grid.QuerySelector(".lead, .empty") is not null;

    private sealed class NoForgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
