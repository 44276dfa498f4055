# Run inside this folder: gnuplot deviation-p3.gp
# Saddlery 0.1.0
# model: pure 3-spin, ξ(q) = q^3
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# experiment IndexVersusEnergy
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.3475
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Distance from the curve of infinite N' at graph 0.5, screen 0.965 center font ',13.0'
set label 'energy per spin E = H/N' at graph 0.5, screen 0.255 center font ',12.0'
set ylabel 'α - α_∞, mean ± standard error' font ',12.0'

set label 'pure 3-spin; seed 1; 20 samples of each N; gradient flow: descent and ascent, N = 100, 8 samples' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '(N-1)x(N-1) tangential Hessian' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.08053, 0.20625 to screen 0.12387, 0.20625 nohead lw 2.2 lc rgb '#000000'
set label 'theory, N → ∞' at screen 0.13553, 0.20625 left font ',10.5'
set arrow from screen 0.50833, 0.20625 to screen 0.55167, 0.20625 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.53, 0.20625 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'critical points, N = 20' at screen 0.56333, 0.20625 left font ',10.5'
set arrow from screen 0.08053, 0.16875 to screen 0.12387, 0.16875 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.1022, 0.16875 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'critical points, N = 40' at screen 0.13553, 0.16875 left font ',10.5'
set arrow from screen 0.50833, 0.16875 to screen 0.55167, 0.16875 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.53, 0.16875 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'critical points, N = 80' at screen 0.56333, 0.16875 left font ',10.5'
set arrow from screen 0.08053, 0.13125 to screen 0.12387, 0.13125 nohead lw 1.2 lc rgb '#7F7F7F'
set label '' at screen 0.1022, 0.13125 point pt 11 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label 'not critical: gradient flow, N = 100' at screen 0.13553, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'deviation-p3.svg'
plot \
  'deviation-p3.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'theory, N → ∞', \
  'deviation-p3.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'critical points, N = 20', \
  'deviation-p3.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'critical points, N = 40', \
  'deviation-p3.csv' using 9:10:(0):11 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'critical points, N = 80', \
  'deviation-p3.csv' using 12:13:(0):14 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title 'not critical: gradient flow, N = 100'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'deviation-p3.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'deviation-p3.png'
replot
unset output
