# Run inside this folder: gnuplot deviation.gp
# Saddlery 0.1.0
# model: Gaussian fields in N dimensions
# seed: 1
# convention: Cov(V(x), V(y)) = N f(|x-y|²/(2N)), ε = V/N
# experiment GaussianFieldIndex
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2825
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Distance from the curve of infinite N' at graph 0.5, screen 0.965 center font ',13.0'
set label 'value per dimension ε = V/N' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'α - α_∞, mean ± standard error' font ',12.0'

set label 'squared exponential covariance, κ = 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'Cov(V(x), V(y)) = N f(|x-y|²/(2N)); seed 1; 64 searches in each sample' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.04303, 0.14125 to screen 0.08637, 0.14125 nohead lw 2.2 lc rgb '#000000'
set label 'theory, N → ∞' at screen 0.09803, 0.14125 left font ',10.5'
set arrow from screen 0.35323, 0.14125 to screen 0.39657, 0.14125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.3749, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'critical points, N = 30' at screen 0.40823, 0.14125 left font ',10.5'
set arrow from screen 0.66343, 0.14125 to screen 0.70677, 0.14125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.6851, 0.14125 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'critical points, N = 60' at screen 0.71843, 0.14125 left font ',10.5'
set arrow from screen 0.04303, 0.10375 to screen 0.08637, 0.10375 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.0647, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'critical points, N = 100' at screen 0.09803, 0.10375 left font ',10.5'
set arrow from screen 0.35323, 0.10375 to screen 0.39657, 0.10375 nohead lw 1.2 lc rgb '#7F7F7F'
set label '' at screen 0.3749, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#7F7F7F'
set label '5 N waves only, N = 60' at screen 0.40823, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'deviation.svg'
plot \
  'deviation.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'theory, N → ∞', \
  'deviation.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'critical points, N = 30', \
  'deviation.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'critical points, N = 60', \
  'deviation.csv' using 9:10:(0):11 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'critical points, N = 100', \
  'deviation.csv' using 12:13:(0):14 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#7F7F7F' title '5 N waves only, N = 60'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'deviation.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'deviation.png'
replot
unset output
